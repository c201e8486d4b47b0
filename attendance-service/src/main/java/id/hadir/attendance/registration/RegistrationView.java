package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A registration as its holder sees it. */
public record RegistrationView(
        UUID id,
        String status,
        @Nullable Integer waitlistPosition,
        TicketView ticket,
        Unit unit,
        AttendeeView attendee,
        @Nullable Representing representing,
        EventView event,
        String source,
        OffsetDateTime registeredAt,
        @Nullable OffsetDateTime checkedInAt) {

    /**
     * @param qr the text that the QR shows
     * @param url path of the ticket's page
     */
    public record TicketView(String code, String qr, String url) {}

    /** A person as somebody may see them. */
    interface Person {}

    public record AttendeeView(
            String name,
            @Nullable String nip,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String email)
            implements Person {

        static AttendeeView of(Attendee attendee) {
            return new AttendeeView(
                    attendee.name().printed(),
                    attendee.nip() == null ? null : attendee.nip().digits(),
                    attendee.position(),
                    attendee.phone() == null ? null : attendee.phone().e164(),
                    attendee.email() == null ? null : attendee.email().address());
        }
    }

    public record EventView(
            UUID id,
            String slug,
            String title,
            @Nullable OffsetDateTime startsAt,
            @Nullable OffsetDateTime endsAt,
            @Nullable LocalDate date,
            String timeZone,
            Event.@Nullable Venue venue,
            @Nullable String onlineUrl) {

        static EventView of(Event event) {
            return new EventView(
                    event.id(),
                    event.slug(),
                    event.title(),
                    at(event.startsAt(), event.timeZone()),
                    at(event.endsAt(), event.timeZone()),
                    event.date(),
                    event.timeZone().getId(),
                    event.venue(),
                    event.onlineUrl());
        }
    }

    static RegistrationView of(Receipt receipt, String qr) {
        Registration registration = receipt.registration();
        ZoneId zone = receipt.event().timeZone();
        String code = registration.code().shown();
        return new RegistrationView(
                registration.id(),
                receipt.status().code(),
                receipt.waitlistPosition(),
                new TicketView(code, qr, "/tiket/" + code),
                registration.unit(),
                AttendeeView.of(registration.attendee()),
                registration.representing(),
                EventView.of(receipt.event()),
                registration.source().code(),
                registration.registeredAt().atZone(zone).toOffsetDateTime(),
                at(registration.checkedInAt(), zone));
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
