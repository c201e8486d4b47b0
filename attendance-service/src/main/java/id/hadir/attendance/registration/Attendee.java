package id.hadir.attendance.registration;

import id.hadir.attendance.person.Email;
import id.hadir.attendance.person.Nip;
import id.hadir.attendance.person.PersonName;
import id.hadir.attendance.person.Phone;
import org.jspecify.annotations.Nullable;

/**
 * The person who comes. Kepala desa, TNI and Polri have no NIP, and several people share one phone.
 */
public record Attendee(
        PersonName name,
        @Nullable Nip nip,
        @Nullable String position,
        @Nullable Phone phone,
        @Nullable Email email) {}
