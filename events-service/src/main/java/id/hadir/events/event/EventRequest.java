package id.hadir.events.event;

import id.hadir.events.body.Body;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as an organiser sends it, in JSON or from a form: nothing is checked yet but types. See
 * {@link EventCheck} for what the values must be.
 *
 * @param weekday as it is printed beside the date, to be held against it; not kept
 */
public record EventRequest(
        @Nullable String type,
        @Nullable String title,
        @Nullable String theme,
        @Nullable String note,
        @Nullable String agencyId,
        List<String> coOrganisers,
        @Nullable VenueRequest venue,
        @Nullable String onlineUrl,
        @Nullable String date,
        @Nullable String weekday,
        @Nullable String startsAt,
        @Nullable String endsAt,
        @Nullable String timeZone,
        @Nullable Integer capacity,
        @Nullable RegistrationRequest registration,
        List<AgendaRequest> agenda) {

    public record VenueRequest(
            @Nullable String name,
            @Nullable String address,
            @Nullable String regionCode,
            @Nullable Integer capacity) {

        static @Nullable VenueRequest read(@Nullable Body body) {
            return body == null
                    ? null
                    : new VenueRequest(
                            body.text("name"),
                            body.text("address"),
                            body.text("regionCode"),
                            body.integer("capacity"));
        }

        static @Nullable VenueRequest of(@Nullable Venue venue) {
            return venue == null
                    ? null
                    : new VenueRequest(
                            venue.name(), venue.address(), venue.regionCode(), venue.capacity());
        }
    }

    public record RegistrationRequest(
            @Nullable String mode,
            @Nullable String opensAt,
            @Nullable String closesAt,
            @Nullable Boolean waitlist) {

        static @Nullable RegistrationRequest read(@Nullable Body body) {
            return body == null
                    ? null
                    : new RegistrationRequest(
                            body.text("mode"),
                            body.text("opensAt"),
                            body.text("closesAt"),
                            body.flag("waitlist"));
        }
    }

    public record AgendaRequest(
            @Nullable String startsAt,
            @Nullable String endsAt,
            @Nullable String title,
            List<SpeakerRequest> speakers) {

        static AgendaRequest read(Body body) {
            return new AgendaRequest(
                    body.text("startsAt"),
                    body.text("endsAt"),
                    body.text("title"),
                    body.objects("speakers").stream().map(SpeakerRequest::read).toList());
        }
    }

    public record SpeakerRequest(
            @Nullable String name, @Nullable String position, @Nullable String role) {

        static SpeakerRequest read(Body body) {
            return new SpeakerRequest(body.text("name"), body.text("position"), body.text("role"));
        }
    }

    public static EventRequest read(Body body) {
        return new EventRequest(
                body.text("type"),
                body.text("title"),
                body.text("theme"),
                body.text("note"),
                body.text("agencyId"),
                body.texts("coOrganisers"),
                VenueRequest.read(body.object("venue")),
                body.text("onlineUrl"),
                body.text("date"),
                body.text("weekday"),
                body.text("startsAt"),
                body.text("endsAt"),
                body.text("timeZone"),
                body.integer("capacity"),
                RegistrationRequest.read(body.object("registration")),
                body.objects("agenda").stream().map(AgendaRequest::read).toList());
    }

    /** The request that would make the event as it is: what a change is laid over. */
    public static EventRequest of(Event event) {
        EventContent content = event.content();
        Schedule schedule = content.schedule();
        ZoneId zone = schedule.timeZone();
        RegistrationRules rules = content.registration();
        return new EventRequest(
                content.type().code(),
                content.title(),
                content.theme(),
                content.note(),
                event.agency().id().toString(),
                content.coOrganisers(),
                VenueRequest.of(content.venue()),
                content.onlineUrl(),
                schedule.date() == null ? null : schedule.date().toString(),
                null,
                Times.textOrNull(schedule.startsAt(), zone),
                Times.textOrNull(schedule.endsAt(), zone),
                zone.getId(),
                content.capacity(),
                new RegistrationRequest(
                        rules.mode().code(),
                        Times.textOrNull(rules.opensAt(), zone),
                        Times.textOrNull(rules.closesAt(), zone),
                        rules.waitlist()),
                content.agenda().stream().map(item -> agenda(item, zone)).toList());
    }

    private static AgendaRequest agenda(AgendaItem item, ZoneId zone) {
        return new AgendaRequest(
                Times.textOrNull(item.startsAt(), zone),
                Times.textOrNull(item.endsAt(), zone),
                item.title(),
                item.speakers().stream()
                        .map(
                                who ->
                                        new SpeakerRequest(
                                                who.name(), who.position(), who.role().code()))
                        .toList());
    }
}
