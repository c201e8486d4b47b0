package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.Unit;
import id.hadir.attendance.registration.RegistrationView.AttendeeView;
import id.hadir.attendance.registration.RegistrationView.Person;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The list of registrations, for desk and organiser; it never shows a ticket. */
@RestController
class ParticipantsApi {

    private final Participants participants;

    ParticipantsApi(Participants participants) {
        this.participants = participants;
    }

    /** What a desk needs to know of a person: no phone and no e-mail. */
    record PersonAtDesk(String name, @Nullable String nip, @Nullable String position)
            implements Person {

        static PersonAtDesk of(AttendeeView whole) {
            return new PersonAtDesk(whole.name(), whole.nip(), whole.position());
        }
    }

    record ParticipantView(
            UUID id,
            String status,
            Unit unit,
            Person attendee,
            @Nullable Representing representing,
            String source,
            OffsetDateTime registeredAt,
            @Nullable OffsetDateTime checkedInAt) {

        static ParticipantView of(Registration registration, ZoneId zone, boolean mayContact) {
            AttendeeView whole = AttendeeView.of(registration.attendee());
            return new ParticipantView(
                    registration.id(),
                    registration.status().code(),
                    registration.unit(),
                    mayContact ? whole : PersonAtDesk.of(whole),
                    registration.representing(),
                    registration.source().code(),
                    registration.registeredAt().atZone(zone).toOffsetDateTime(),
                    RegistrationView.at(registration.checkedInAt(), zone));
        }
    }

    @GetMapping("/api/events/{eventId}/registrations")
    Mono<Listing<ParticipantView>> list(
            Actor actor,
            @PathVariable String eventId,
            @RequestParam(required = false) @Nullable String unitId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String q,
            PageRequest page) {
        RegistrationQueries.Filter filter =
                new RegistrationQueries.Filter(
                        unitId(unitId), status(status), text("q", q), null, false);
        return participants
                .event(actor, PathId.of(eventId))
                .flatMap(event -> list(actor, event, filter, page));
    }

    private Mono<Listing<ParticipantView>> list(
            Actor actor, Event event, RegistrationQueries.Filter filter, PageRequest page) {
        boolean mayContact = Participants.mayContact(actor, event);
        return participants
                .list(event, filter, page)
                .map(
                        rows ->
                                rows.map(
                                        row ->
                                                ParticipantView.of(
                                                        row, event.timeZone(), mayContact)));
    }

    /** What is no id is no unit, so that nobody comes from it. */
    private static @Nullable UUID unitId(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return new UUID(0, 0);
        }
    }

    static Registration.@Nullable Status status(@Nullable String code) {
        return code == null || code.isBlank()
                ? null
                : Arrays.stream(Registration.Status.values())
                        .filter(status -> status.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("status", "invalid-choice"));
    }

    /** PostgreSQL cannot compare with a text that holds NUL. */
    static @Nullable String text(String parameter, @Nullable String typed) {
        if (typed != null && typed.indexOf('\0') >= 0) {
            throw Problem.invalid(parameter, "control-character");
        }
        return typed;
    }
}
