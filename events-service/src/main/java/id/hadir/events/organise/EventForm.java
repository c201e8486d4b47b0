package id.hadir.events.organise;

import id.hadir.events.event.EventRequest;
import id.hadir.events.event.EventRequest.AgendaRequest;
import id.hadir.events.event.EventRequest.RegistrationRequest;
import id.hadir.events.event.EventRequest.SpeakerRequest;
import id.hadir.events.event.EventRequest.VenueRequest;
import id.hadir.kit.problem.FieldErrors;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form of an event as it was typed: field name to text. Its fields have the names of the
 * request's, so that an error finds its field; times are split into day and time of day.
 */
record EventForm(Map<String, String> values) {

    static final String REGION = "venue.regionCode";

    /** Not typed, but looked up: see {@link AgencyRegions}. */
    private static final String AGENCY_REGION = "agency.regionCode";

    static EventForm typed(MultiValueMap<String, String> form) {
        Map<String, String> values = new HashMap<>(TypedRows.withoutBlanks(form));
        values.put(REGION, RegionChoice.typed(REGION, form));
        return new EventForm(values);
    }

    /**
     * @param errors gets what only a form can get wrong; all else the request's check tells
     */
    EventRequest toRequest(FieldErrors errors) {
        return EventPlace.chosen(this).request(errors);
    }

    private EventRequest request(FieldErrors errors) {
        ZoneId zone = zone();
        When when = when(errors);
        List<AgendaRequest> agenda = agenda(firstDay(), zone, errors);
        if (text("date").isEmpty() && (isTimed("") || hasTimesWithoutDay(agenda.size()))) {
            errors.add("date", "required");
        }
        return new EventRequest(
                text("type"),
                text("title"),
                text("theme"),
                text("note"),
                text("agencyId").isEmpty() ? null : text("agencyId"),
                text("coOrganisers").lines().map(String::strip).filter(s -> !s.isEmpty()).toList(),
                venue(errors),
                text("onlineUrl"),
                when.date,
                null,
                when.startsAt,
                when.endsAt,
                text("timeZone"),
                number("capacity", errors),
                registration(zone, errors),
                agenda);
    }

    /** Day and times as a request has them: the day only while no start is known. */
    record When(@Nullable String date, @Nullable String startsAt, @Nullable String endsAt) {}

    When when(FieldErrors errors) {
        ZoneId zone = zone();
        LocalDate day = TypedTime.day("date", text("date"), errors);
        LocalDate lastDay = dayOr(day, "endDate", errors);
        if (lastDay != null && !lastDay.equals(day) && TypedTime.isOpen(text("endsAt"))) {
            errors.add("endsAt", "required");
        }
        String startsAt = time("startsAt", day, zone, errors);
        return new When(
                startsAt == null && day != null ? day.toString() : null,
                startsAt,
                time("endsAt", lastDay, zone, errors));
    }

    /** What is wrong with it, {@link #when} tells. */
    private @Nullable LocalDate firstDay() {
        return TypedTime.day("date", text("date"), new FieldErrors());
    }

    private @Nullable LocalDate dayOr(@Nullable LocalDate usual, String field, FieldErrors errors) {
        return text(field).isEmpty() ? usual : TypedTime.day(field, text(field), errors);
    }

    private boolean isTimed(String item) {
        return !text(item + "startsAt").isEmpty() || !TypedTime.isOpen(text(item + "endsAt"));
    }

    private boolean hasTimesWithoutDay(int items) {
        return IntStream.range(0, items)
                .mapToObj(EventForm::item)
                .anyMatch(item -> isTimed(item) && text(item + "date").isEmpty());
    }

    boolean hasVenue() {
        return Stream.of("venue.name", "venue.address", REGION, "venue.capacity")
                .anyMatch(field -> !text(field).isEmpty());
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

    private List<AgendaRequest> agenda(
            @Nullable LocalDate firstDay, ZoneId zone, FieldErrors errors) {
        List<Integer> speakers = TypedRows.speakers(values);
        return IntStream.range(0, speakers.size())
                .mapToObj(i -> agendaItem(item(i), speakers.get(i), firstDay, zone, errors))
                .toList();
    }

    private static String item(int row) {
        return "agenda[" + row + "].";
    }

    private AgendaRequest agendaItem(
            String item,
            int speakers,
            @Nullable LocalDate firstDay,
            ZoneId zone,
            FieldErrors errors) {
        LocalDate day = dayOr(firstDay, item + "date", errors);
        if (day != null && !day.equals(firstDay) && !isTimed(item)) {
            errors.add(item + "startsAt", "required");
        }
        return new AgendaRequest(
                time(item + "startsAt", day, zone, errors),
                time(item + "endsAt", day, zone, errors),
                text(item + "title"),
                IntStream.range(0, speakers)
                        .mapToObj(i -> speaker(item + "speakers[" + i + "]."))
                        .toList());
    }

    private SpeakerRequest speaker(String who) {
        return new SpeakerRequest(text(who + "name"), text(who + "position"), text(who + "role"));
    }

    /** Whether the change is meant for the later events of its series too. */
    boolean reachesFollowing() {
        return text("scope").equals("following");
    }

    /** Whether those of them that are over or cancelled are left as they are. */
    boolean leavesOut() {
        return values.containsKey("leaveOut");
    }

    ZoneId zone() {
        return zoneProposal().zone();
    }

    private ZoneProposal zoneProposal() {
        return ZoneProposal.of(text("timeZone"), text(REGION), text(AGENCY_REGION));
    }

    FormHints hints() {
        FieldErrors untold = new FieldErrors();
        Integer seats = number("capacity", untold);
        Integer room = number("venue.capacity", untold);
        return new FormHints(zoneProposal(), seats == null ? 0 : seats, room == null ? 0 : room);
    }

    /** The same, of an agency in that region. */
    EventForm inAgencyOf(String region) {
        Map<String, String> placed = new HashMap<>(values);
        placed.put(AGENCY_REGION, region);
        return new EventForm(placed);
    }

    private @Nullable String time(
            String field, @Nullable LocalDate day, ZoneId zone, FieldErrors errors) {
        String typed = text(field);
        boolean isOpen = field.endsWith("endsAt") && TypedTime.isOpen(typed);
        return TypedTime.instant(field, day, isOpen ? "" : typed, zone, errors);
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
