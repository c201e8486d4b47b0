package id.hadir.attendance.privacy;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.Unit;
import id.hadir.attendance.notice.PrivacySettings;
import id.hadir.attendance.person.Email;
import id.hadir.attendance.person.Nip;
import id.hadir.attendance.person.Phone;
import id.hadir.attendance.registration.Attendee;
import id.hadir.attendance.registration.Registration;
import id.hadir.attendance.registration.Representing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one person's seat at one event, but for the ticket, which is a key and not
 * data.
 *
 * @param keptUntil when it is erased; null while nobody knows when the event ends
 */
public record StoredData(
        UUID registrationId,
        EventData event,
        String status,
        Unit unit,
        String name,
        @Nullable String nip,
        @Nullable String position,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Representing representing,
        String source,
        Instant registeredAt,
        @Nullable Instant correctedAt,
        @Nullable Instant checkedInAt,
        @Nullable String device,
        List<ScanData> scans,
        List<Objection> objections,
        @Nullable Instant keptUntil) {

    public record EventData(
            UUID id, String slug, String title, String agency, @Nullable Instant endedAt) {

        static EventData of(Event event) {
            return new EventData(
                    event.id(),
                    event.slug(),
                    event.title(),
                    event.agencyName() == null ? "–" : event.agencyName(),
                    event.endedAt());
        }
    }

    /** One time that the ticket was shown at a desk. */
    public record ScanData(Instant scannedAt, String outcome, @Nullable String device) {}

    static StoredData of(
            Event event,
            Registration registration,
            @Nullable Instant correctedAt,
            List<ScanData> scans,
            List<Objection> objections,
            PrivacySettings settings) {
        Attendee attendee = registration.attendee();
        Nip nip = attendee.nip();
        Phone phone = attendee.phone();
        Email email = attendee.email();
        return new StoredData(
                registration.id(),
                EventData.of(event),
                registration.status().code(),
                registration.unit(),
                attendee.name().printed(),
                nip == null ? null : nip.digits(),
                attendee.position(),
                phone == null ? null : phone.e164(),
                email == null ? null : email.address(),
                registration.representing(),
                registration.source().code(),
                registration.registeredAt(),
                correctedAt,
                registration.checkedInAt(),
                registration.device(),
                scans,
                objections,
                event.endedAt() == null ? null : settings.keptUntil(event.endedAt()));
    }
}
