package id.hadir.materials.receipt;

import id.hadir.materials.material.Material;
import id.hadir.materials.ticket.TicketHolder;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes one row for a registration and a material, whatever is noted of the two. */
@Component
class ReceiptStore {

    /** Something happened to a material in a registered person's hands. */
    record Noted(Material material, TicketHolder holder, Instant at) {

        Acknowledgement asAcknowledgement(int passedOnTo, boolean first) {
            return new Acknowledgement(
                    material.id(), holder.unitId(), holder.unitName(), passedOnTo, at, first);
        }

        private Map<String, Object> values() {
            return Map.of(
                    "event", material.eventId(),
                    "material", material.id(),
                    "registration", holder.registrationId(),
                    "at", at);
        }
    }

    private final DatabaseClient database;

    ReceiptStore(DatabaseClient database) {
        this.database = database;
    }

    /** The first download counts; the others change nothing. */
    Mono<Void> downloaded(Noted noted) {
        return database.sql(
                        """
                        insert into receipt (event_id, material_id, registration_id, downloaded_at)
                        values (:event, :material, :registration, :at)
                        on conflict (event_id, material_id, registration_id) do update
                        set downloaded_at = excluded.downloaded_at
                        where receipt.downloaded_at is null
                        """)
                .bindValues(noted.values())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Replaces what was acknowledged before; true when nothing was. */
    Mono<Boolean> acknowledged(Noted noted, int passedOnTo) {
        return database.sql(
                        """
                        insert into receipt (event_id, material_id, registration_id, acknowledged_at, passed_on_to)
                        values (:event, :material, :registration, :at, :passedOnTo)
                        on conflict (event_id, material_id, registration_id) do update
                        set acknowledged_at = excluded.acknowledged_at, passed_on_to = excluded.passed_on_to
                        returning old.acknowledged_at is null as first
                        """)
                .bindValues(noted.values())
                .bind("passedOnTo", passedOnTo)
                .map(row -> Objects.requireNonNull(row.get("first", Boolean.class)))
                .one();
    }
}
