package id.hadir.local.demo;

import id.hadir.local.api.Api;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Puts an occasion into the system as its organiser would: draft, audience, publish. */
record Scheduling(Api organiser, Offices offices) {

    /** The event's id; one that stands there already is found again. */
    String schedule(Occasion occasion, String agencyId) {
        JsonNode event =
                find(occasion)
                        .orElseGet(
                                () ->
                                        organiser
                                                .post("/api/events", occasion.request(agencyId))
                                                .orFail());
        String id = event.path("id").asString();
        if (event.path("status").asString().equals("draft")) {
            organiser
                    .post(
                            "/api/events/" + id + "/invitations",
                            Map.of("audience", audience(occasion)))
                    .orFail();
            organiser.post("/api/events/" + id + "/publish", Map.of()).orFail();
        }
        return id;
    }

    /** A copy is upcoming as long as its day has not come; which day it is does not matter. */
    private Optional<JsonNode> find(Occasion occasion) {
        return organiser.list("/api/events?q=" + Api.encode(occasion.real().title())).stream()
                .filter(event -> event.path("title").asString().equals(occasion.real().title()))
                .filter(
                        event ->
                                occasion.isUpcoming()
                                        ? dayOf(event)
                                                .isAfter(LocalDate.now(occasion.real().timeZone()))
                                        : dayOf(event).equals(occasion.day()))
                .findFirst();
    }

    static LocalDate dayOf(JsonNode event) {
        JsonNode date = event.path("date");
        return LocalDate.parse(
                date.isString()
                        ? date.asString()
                        : event.path("startsAt").asString().substring(0, 10));
    }

    /** OPD by name, since a kind and a region would take those of the regions below as well. */
    private List<Map<String, Object>> audience(Occasion occasion) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (RealEvent.Audience audience : occasion.real().audience()) {
            Map<String, Object> line = new HashMap<>();
            if (audience.kind().equals("opd")) {
                line.put("unitIds", offices.idsOf(Objects.requireNonNull(audience.regionCode())));
            } else {
                line.put("kind", audience.kind());
                line.put("regionCode", audience.regionCode());
            }
            line.put("seats", audience.seats());
            lines.add(line);
        }
        return lines;
    }
}
