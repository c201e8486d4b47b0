package id.hadir.attendance.checkin;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps one excuse a unit and event. */
@Component
class ExcuseStore {

    private final DatabaseClient database;

    ExcuseStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> put(UUID eventId, UUID unitId, Excuse excuse) {
        return database.sql(
                        """
                        insert into excuse (event_id, unit_id, reason, note, recorded_by, recorded_at)
                        values (:event, :unit, :reason, :note, :by, :at)
                        on conflict (event_id, unit_id) do update set reason = excluded.reason, note = excluded.note,
                            recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
                        """)
                .bind("event", eventId)
                .bind("unit", unitId)
                .bind("reason", excuse.reason().code())
                .bind("note", Parameters.in(R2dbcType.VARCHAR, excuse.note()))
                .bind("by", excuse.recordedBy())
                .bind("at", excuse.recordedAt())
                .fetch()
                .rowsUpdated()
                .then();
    }
}
