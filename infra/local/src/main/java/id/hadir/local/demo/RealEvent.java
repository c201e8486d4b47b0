package id.hadir.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One event from the news reports; what they do not state is null. */
record RealEvent(
        String key,
        String type,
        String title,
        String theme,
        Organiser organiser,
        Venue venue,
        LocalDate date,
        ZoneId timeZone,
        List<Speaker> speakers,
        List<Audience> audience,
        List<Material> materials,
        @Nullable Representation representation,
        List<String> doNot,
        List<String> please) {

    record Organiser(String name, String kind, @Nullable String regionCode) {}

    record Venue(@Nullable String name, @Nullable String address, String regionCode) {}

    record Speaker(String name, String position, String role) {}

    record Audience(String kind, @Nullable String regionCode, int expectedUnits, int seats) {}

    record Material(String kind, String title, List<String> points) {}

    /** Somebody who really sat in for an invited official. */
    record Representation(String invited, String attendedBy, String position) {}

    static List<RealEvent> all() {
        try (InputStream in = RealEvent.class.getResourceAsStream("/demo/real-events.json")) {
            JsonNode root = JsonMapper.shared().readTree(Objects.requireNonNull(in));
            return list(root.path("events")).stream().map(RealEvent::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RealEvent of(JsonNode event) {
        JsonNode organiser = event.path("organiser");
        JsonNode venue = event.path("venue");
        JsonNode represented = event.path("representation");
        return new RealEvent(
                required(event, "key"),
                required(event, "type"),
                required(event, "title"),
                required(event, "theme"),
                new Organiser(
                        required(organiser, "name"),
                        required(organiser, "kind"),
                        text(organiser, "regionCode")),
                new Venue(
                        text(venue, "name"), text(venue, "address"), required(venue, "regionCode")),
                LocalDate.parse(required(event, "date")),
                ZoneId.of(required(event, "timeZone")),
                list(event.path("speakers")).stream()
                        .map(
                                one ->
                                        new Speaker(
                                                required(one, "name"),
                                                required(one, "position"),
                                                required(one, "role")))
                        .toList(),
                list(event.path("audience")).stream().map(RealEvent::audience).toList(),
                list(event.path("materials")).stream()
                        .map(
                                one ->
                                        new Material(
                                                required(one, "kind"),
                                                required(one, "title"),
                                                texts(one.path("points"))))
                        .toList(),
                represented.isObject()
                        ? new Representation(
                                required(represented, "invited"),
                                required(represented, "attendedBy"),
                                required(represented, "position"))
                        : null,
                texts(event.path("messages").path("dont")),
                texts(event.path("messages").path("do")));
    }

    /** Where the report names the positions invited, each of them has a seat. */
    private static Audience audience(JsonNode line) {
        return new Audience(
                required(line, "kind"),
                text(line, "regionCode"),
                line.path("expectedUnits").asInt(),
                Math.max(1, line.path("positions").size()));
    }

    private static String required(JsonNode node, String field) {
        return Objects.requireNonNull(text(node, field), field);
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.asString() : null;
    }

    private static List<String> texts(JsonNode array) {
        return list(array).stream().map(JsonNode::asString).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }
}
