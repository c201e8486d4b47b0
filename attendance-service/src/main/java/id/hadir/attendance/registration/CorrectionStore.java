package id.hadir.attendance.registration;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes down anew who somebody is. */
@Component
class CorrectionStore {

    private final DatabaseClient database;

    CorrectionStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Counts one row when the registration still had the version before.
     *
     * @param isOfPerson name or NIP becomes another, which no row has happen to it twice: two steps
     *     would make of one person another
     */
    Mono<Long> write(Registration corrected, boolean isOfPerson, Instant now) {
        Attendee attendee = corrected.attendee();
        return database.sql(
                        """
                        update registration
                        set name = :name, bare_name = :bare, nip = :nip, position = :position, phone = :phone,
                            email = :email, corrected_at = :now, version = :version,
                            person_corrected_at = case when :isOfPerson then :now else person_corrected_at end
                        where event_id = :event and registration_id = :id and version = :version - 1
                          and erased_at is null and not (:isOfPerson and person_corrected_at is not null)
                        """)
                .bind("name", attendee.name().printed())
                .bind("bare", attendee.name().bare())
                .bind("nip", text(attendee.nip() == null ? null : attendee.nip().digits()))
                .bind("position", text(attendee.position()))
                .bind("phone", text(attendee.phone() == null ? null : attendee.phone().e164()))
                .bind("email", text(attendee.email() == null ? null : attendee.email().address()))
                .bind("now", now)
                .bind("isOfPerson", isOfPerson)
                .bind("version", corrected.version())
                .bind("event", corrected.eventId())
                .bind("id", corrected.id())
                .fetch()
                .rowsUpdated();
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
