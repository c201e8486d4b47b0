package id.hadir.load.peer;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A registration as its holder sees it: the contract's shape. */
record RegistrationView(
        UUID id,
        String status,
        @Nullable Integer waitlistPosition,
        TicketView ticket,
        UnitView unit,
        AttendeeView attendee,
        @Nullable Representing representing,
        Event.View event,
        String source,
        OffsetDateTime registeredAt,
        @Nullable OffsetDateTime checkedInAt) {

    record TicketView(String code, String qr, String url) {}

    record UnitView(
            @Nullable UUID id, String name, @Nullable String kind, @Nullable String regionCode) {}

    record AttendeeView(
            String name,
            @Nullable String nip,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String email) {}

    static RegistrationView of(
            Registration registration,
            Event event,
            @Nullable Representing representing,
            String qr) {
        String code = Tickets.shown(registration.code());
        Office office = registration.office();
        Attendee attendee = registration.attendee();
        return new RegistrationView(
                registration.id(),
                registration.status(),
                registration.waitlistPosition(),
                new TicketView(code, qr, "/tiket/" + code),
                new UnitView(
                        office.unitId(),
                        office.unitName(),
                        office.unitKind(),
                        office.unitRegionCode()),
                new AttendeeView(
                        attendee.name(),
                        attendee.nip(),
                        attendee.position(),
                        attendee.phone(),
                        attendee.email()),
                representing,
                event.view(),
                registration.source(),
                registration.registeredAt().atZone(event.zone()).toOffsetDateTime(),
                null);
    }
}
