package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Unit;
import id.hadir.attendance.person.Email;
import id.hadir.attendance.person.Nip;
import id.hadir.attendance.person.PersonName;
import id.hadir.attendance.person.Phone;
import id.hadir.attendance.ticket.TicketCode;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link Registration} from a row of its table, whose columns the statement names as {@link
 * #COLUMNS}.
 */
public final class RegistrationRow {

    public static final String COLUMNS =
            """
            r.event_id, r.registration_id, r.status, r.unit_id, r.unit_key, r.unit_name, r.unit_kind, r.unit_region_code, \
            r.name, r.bare_name, r.nip, r.position, r.phone, r.email, r.representing, r.representing_position, \
            r.representing_name, r.representing_basis, r.source, r.code, r.waitlist_no, r.registered_at, r.checked_in_at, \
            r.device, r.version\
            """;

    private RegistrationRow() {}

    public static Registration read(Readable row) {
        return new Registration(
                given(row, "event_id", UUID.class),
                given(row, "registration_id", UUID.class),
                Registration.Status.ofCode(given(row, "status", String.class)),
                new Unit(
                        row.get("unit_id", UUID.class),
                        given(row, "unit_name", String.class),
                        row.get("unit_kind", String.class),
                        row.get("unit_region_code", String.class)),
                given(row, "unit_key", String.class),
                attendee(row),
                representing(row),
                Registration.Source.ofCode(given(row, "source", String.class)),
                new TicketCode(given(row, "code", String.class)),
                row.get("waitlist_no", Long.class),
                given(row, "registered_at", Instant.class),
                row.get("checked_in_at", Instant.class),
                row.get("device", String.class),
                given(row, "version", Long.class));
    }

    private static Attendee attendee(Readable row) {
        String nip = row.get("nip", String.class);
        String phone = row.get("phone", String.class);
        String email = row.get("email", String.class);
        return new Attendee(
                new PersonName(
                        given(row, "name", String.class), given(row, "bare_name", String.class)),
                nip == null ? null : new Nip(nip),
                row.get("position", String.class),
                phone == null ? null : new Phone(phone),
                email == null ? null : new Email(email));
    }

    private static @Nullable Representing representing(Readable row) {
        return given(row, "representing", Boolean.class)
                ? new Representing(
                        row.get("representing_position", String.class),
                        row.get("representing_name", String.class),
                        row.get("representing_basis", String.class))
                : null;
    }

    static <T> T given(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
