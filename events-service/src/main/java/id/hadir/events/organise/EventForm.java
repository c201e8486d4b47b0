package id.hadir.events.organise;

import id.hadir.events.event.EventRequest;
import id.hadir.events.event.EventRequest.AgendaRequest;
import id.hadir.events.event.EventRequest.RegistrationRequest;
import id.hadir.events.event.EventRequest.SpeakerRequest;
import id.hadir.events.event.EventRequest.VenueRequest;
import id.hadir.events.event.TimeZones;
import id.hadir.kit.problem.FieldErrors;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form of an event as it was typed: field name to text. Its fields have the names of the
 * request's, so that an error finds its field; times are split into day and time of day.
 */
record EventForm(Map<String, String> values) {

    static final String REGION = "venue.regionCode";

    static EventForm typed(MultiValueMap<String, String> form) {
        Map<String, String> values = new HashMap<>(TypedRows.withoutBlanks(form));
        values.put(REGION, RegionChoice.typed(REGION, form));
        return new EventForm(values);
    }

    /**
     * @param errors gets what only a form can get wrong; all else the request's check tells
     */
    EventRequest toRequest(FieldErrors errors) {
        ZoneId zone = zone();
        String day = text("date");
        if (day.isEmpty() && !text("startsAt").isEmpty()) {
            errors.add("date", "required");
        }
        String startsAt = time("startsAt", day, zone, errors);
        String lastDay = text("endDate").isEmpty() ? day : text("endDate");
        return new EventRequest(
                text("type"),
                text("title"),
                text("theme"),
                text("note"),
                text("agencyId").isEmpty() ? null : text("agencyId"),
                text("coOrganisers").lines().map(String::strip).filter(s -> !s.isEmpty()).toList(),
                venue(errors),
                text("onlineUrl"),
                startsAt == null ? day : null,
                startsAt,
                time("endsAt", lastDay, zone, errors),
                text("timeZone"),
                number("capacity", errors),
                registration(zone, errors),
                IntStream.range(0, TypedRows.count(values, "agenda"))
                        .mapToObj(i -> agendaItem("agenda[" + i + "].", day, zone, errors))
                        .toList());
    }

    VenueRequest venue(FieldErrors errors) {
        return new VenueRequest(
                text("venue.name"),
                text("venue.address"),
                text(REGION),
                number("venue.capacity", errors));
    }

    private RegistrationRequest registration(ZoneId zone, FieldErrors errors) {
        return new RegistrationRequest(
                text("registration.mode"),
                dayAndTime("registration.opensAt", zone, errors),
                dayAndTime("registration.closesAt", zone, errors),
                values.containsKey("registration.waitlist"));
    }

    private AgendaRequest agendaItem(
            String item, String firstDay, ZoneId zone, FieldErrors errors) {
        String day = text(item + "date").isEmpty() ? firstDay : text(item + "date");
        return new AgendaRequest(
                time(item + "startsAt", day, zone, errors),
                time(item + "endsAt", day, zone, errors),
                text(item + "title"),
                IntStream.range(0, TypedRows.count(values, item + "speakers"))
                        .mapToObj(i -> speaker(item + "speakers[" + i + "]."))
                        .toList());
    }

    private SpeakerRequest speaker(String who) {
        return new SpeakerRequest(text(who + "name"), text(who + "position"), text(who + "role"));
    }

    /** The zone chosen, else that of the venue's region. */
    ZoneId zone() {
        return TimeZones.ALL.stream()
                .filter(zone -> zone.getId().equals(text("timeZone")))
                .findFirst()
                .orElseGet(this::zoneOfVenue);
    }

    private ZoneId zoneOfVenue() {
        String code = text(REGION);
        return TimeZones.of(code.matches("[0-9]{2}.*") ? code : null);
    }

    @Nullable String time(String field, String day, ZoneId zone, FieldErrors errors) {
        return TypedTime.instant(field, day, text(field), zone, errors);
    }

    private @Nullable String dayAndTime(String field, ZoneId zone, FieldErrors errors) {
        return TypedTime.instant(field, text(field), zone, errors);
    }

    private @Nullable Integer number(String field, FieldErrors errors) {
        String digits = text(field).replace(".", "");
        try {
            return digits.isEmpty() ? null : Integer.valueOf(digits);
        } catch (NumberFormatException wrong) {
            errors.add(field, "invalid-number");
            return null;
        }
    }

    String text(String field) {
        return values.getOrDefault(field, "").strip();
    }
}
