package id.hadir.events.event;

import id.hadir.events.region.RegionCode;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Rfc3339;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event's content of a request, telling every wrong field. Whether the regions named exist
 * is left to ask.
 */
final class EventCheck {

    private static final int PEOPLE_AT_MOST = 1_000_000;
    private static final int CO_ORGANISERS_AT_MOST = 50;
    private static final int AGENDA_AT_MOST = 200;
    private static final int SPEAKERS_AT_MOST = 50;

    private final EventRequest request;
    private final FieldErrors errors;

    private EventCheck(EventRequest request, FieldErrors errors) {
        this.request = request;
        this.errors = errors;
    }

    /**
     * @param agencyRegion proposes the time zone where neither zone nor venue is given
     * @return null when a field was wrong and an error was added
     */
    static @Nullable EventContent content(
            EventRequest request, @Nullable String agencyRegion, FieldErrors errors) {
        return new EventCheck(request, errors).content(agencyRegion);
    }

    private @Nullable EventContent content(@Nullable String agencyRegion) {
        EventType type = choice("type", request.type(), EventType.values(), EventType::code, null);
        String title = errors.requiredText("title", request.title(), 300);
        String theme = errors.optionalText("theme", request.theme(), 500);
        String note = errors.optionalText("note", request.note(), 4000);
        List<String> coOrganisers = coOrganisers();
        Venue venue = venue(request.venue(), errors);
        String onlineUrl = onlineUrl();
        String place =
                venue == null || venue.regionCode() == null ? agencyRegion : venue.regionCode();
        ZoneId zone = ScheduleCheck.zone(request.timeZone(), TimeZones.of(place), errors);
        Schedule schedule =
                ScheduleCheck.schedule(
                        request.date(), request.startsAt(), request.endsAt(), zone, errors);
        Weekday.check(request.weekday(), schedule == null ? null : schedule.day(), errors);
        Integer capacity = people("capacity", request.capacity(), errors);
        RegistrationRules registration = registration();
        List<AgendaItem> agenda = agenda();
        if (type == null || schedule == null || registration == null || !errors.isEmpty()) {
            return null;
        }
        return new EventContent(
                type,
                title,
                theme,
                note,
                coOrganisers,
                venue,
                onlineUrl,
                schedule,
                capacity,
                registration,
                agenda);
    }

    private List<String> coOrganisers() {
        tooMany("coOrganisers", request.coOrganisers(), CO_ORGANISERS_AT_MOST);
        List<String> names = new ArrayList<>();
        for (String name : request.coOrganisers()) {
            names.add(errors.requiredText("coOrganisers[" + names.size() + "]", name, 200));
        }
        return names;
    }

    /** A venue of which nothing is known is no venue. */
    static @Nullable Venue venue(EventRequest.@Nullable VenueRequest venue, FieldErrors errors) {
        if (venue == null) {
            return null;
        }
        Venue checked =
                new Venue(
                        errors.optionalText("venue.name", venue.name(), 200),
                        errors.optionalText("venue.address", venue.address(), 500),
                        RegionCode.parse("venue.regionCode", venue.regionCode(), errors),
                        people("venue.capacity", venue.capacity(), errors));
        return checked.equals(new Venue(null, null, null, null)) ? null : checked;
    }

    private @Nullable String onlineUrl() {
        String text = errors.optionalText("onlineUrl", request.onlineUrl(), 1000);
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return text;
            }
        } catch (URISyntaxException notAnAddress) {
            // told below
        }
        errors.add("onlineUrl", "invalid-url");
        return null;
    }

    private @Nullable RegistrationRules registration() {
        EventRequest.RegistrationRequest rules = request.registration();
        if (rules == null) {
            return new RegistrationRules(RegistrationMode.INVITED, null, null, true);
        }
        RegistrationMode mode =
                choice(
                        "registration.mode",
                        rules.mode(),
                        RegistrationMode.values(),
                        RegistrationMode::code,
                        RegistrationMode.INVITED);
        Instant opensAt = Rfc3339.parse("registration.opensAt", rules.opensAt(), errors);
        Instant closesAt = Rfc3339.parse("registration.closesAt", rules.closesAt(), errors);
        if (opensAt != null && closesAt != null && !opensAt.isBefore(closesAt)) {
            errors.add("registration.closesAt", "end-before-start");
        }
        return mode == null
                ? null
                : new RegistrationRules(
                        mode, opensAt, closesAt, !Boolean.FALSE.equals(rules.waitlist()));
    }

    private List<AgendaItem> agenda() {
        tooMany("agenda", request.agenda(), AGENDA_AT_MOST);
        List<AgendaItem> items = new ArrayList<>();
        for (EventRequest.AgendaRequest item : request.agenda()) {
            String at = "agenda[" + items.size() + "].";
            Instant startsAt = Rfc3339.parse(at + "startsAt", item.startsAt(), errors);
            Instant endsAt = Rfc3339.parse(at + "endsAt", item.endsAt(), errors);
            if (startsAt != null && endsAt != null && !startsAt.isBefore(endsAt)) {
                errors.add(at + "endsAt", "end-before-start");
            }
            String title = errors.requiredText(at + "title", item.title(), 300);
            items.add(new AgendaItem(startsAt, endsAt, title, speakers(at, item.speakers())));
        }
        return items;
    }

    private List<Speaker> speakers(String item, List<EventRequest.SpeakerRequest> requests) {
        tooMany(item + "speakers", requests, SPEAKERS_AT_MOST);
        List<Speaker> speakers = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            EventRequest.SpeakerRequest who = requests.get(i);
            String at = item + "speakers[" + i + "].";
            String name = errors.requiredText(at + "name", who.name(), 200);
            String position = errors.optionalText(at + "position", who.position(), 200);
            SpeakerRole role =
                    choice(
                            at + "role",
                            who.role(),
                            SpeakerRole.values(),
                            SpeakerRole::code,
                            SpeakerRole.NARASUMBER);
            if (role != null) {
                speakers.add(new Speaker(name, position, role));
            }
        }
        return speakers;
    }

    private static @Nullable Integer people(
            String field, @Nullable Integer number, FieldErrors errors) {
        if (number != null && (number < 1 || number > PEOPLE_AT_MOST)) {
            errors.add(field, "out-of-range", 1, PEOPLE_AT_MOST);
            return null;
        }
        return number;
    }

    private void tooMany(String field, List<?> list, int most) {
        if (list.size() > most) {
            errors.add(field, "too-many", most);
        }
    }

    private <T> @Nullable T choice(
            String field,
            @Nullable String code,
            T[] choices,
            Function<T, String> codeOf,
            @Nullable T absent) {
        if (code == null || code.isBlank()) {
            if (absent == null) {
                errors.add(field, "required");
            }
            return absent;
        }
        return Arrays.stream(choices)
                .filter(choice -> codeOf.apply(choice).equals(code))
                .findFirst()
                .orElseGet(
                        () -> {
                            errors.add(field, "invalid-choice");
                            return null;
                        });
    }
}
