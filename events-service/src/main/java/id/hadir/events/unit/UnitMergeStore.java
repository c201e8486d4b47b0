package id.hadir.events.unit;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes of two units one. */
@Component
class UnitMergeStore {

    private final DatabaseClient database;

    UnitMergeStore(DatabaseClient database) {
        this.database = database;
    }

    /** For the rest of the transaction. */
    Mono<Void> lock() {
        return database.sql(MergeLock.ALONE).then();
    }

    /**
     * Nobody merges into a merged unit: those that were merged into it before follow it.
     *
     * @return all units that changed in what the feed tells
     */
    Mono<List<UUID>> merge(UUID unit, UUID into) {
        return keepNames(unit, into)
                .then(moveBelow(unit, into))
                .then(complete(unit, into))
                .then(switchOff(unit, into))
                .map(
                        merged -> {
                            merged.add(into);
                            return merged;
                        });
    }

    private Mono<Void> keepNames(UUID unit, UUID into) {
        return database.sql(
                        """
                        insert into unit_name_history (unit_id, name, until)
                        select :into, name, now() from unit where id = :unit
                        union all
                        select :into, name, until from unit_name_history where unit_id = :unit
                        """)
                .bind("unit", unit)
                .bind("into", into)
                .then();
    }

    private Mono<Void> moveBelow(UUID unit, UUID into) {
        return database.sql(
                        """
                        update unit set parent_id = :into, revision = revision + 1, updated_at = now()
                        where parent_id = :unit
                        """)
                .bind("unit", unit)
                .bind("into", into)
                .then();
    }

    /** What it did not say of itself, the other one may have said. */
    private Mono<Void> complete(UUID unit, UUID into) {
        return database.sql(
                        """
                        update unit u
                        set head_title = coalesce(u.head_title, d.head_title),
                            folded_head = coalesce(u.folded_head, d.folded_head),
                            email = coalesce(u.email, d.email), phone = coalesce(u.phone, d.phone),
                            contact_name = coalesce(u.contact_name, d.contact_name),
                            contact_position = case when u.contact_name is null
                                then coalesce(u.contact_position, d.contact_position) else u.contact_position end,
                            folded_name = u.folded_name || ' ' || d.folded_name,
                            revision = u.revision + 1, updated_at = now()
                        from unit d where u.id = :into and d.id = :unit
                        """)
                .bind("unit", unit)
                .bind("into", into)
                .then();
    }

    private Mono<List<UUID>> switchOff(UUID unit, UUID into) {
        return database.sql(
                        """
                        update unit set active = false, merged_into = :into, revision = revision + 1, updated_at = now()
                        where id = :unit or merged_into = :unit
                        returning id
                        """)
                .bind("unit", unit)
                .bind("into", into)
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .all()
                .collectList();
    }
}
