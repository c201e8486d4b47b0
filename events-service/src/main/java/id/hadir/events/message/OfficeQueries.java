package id.hadir.events.message;

import id.hadir.kit.message.Addressees;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whom to write to. */
@Component
class OfficeQueries implements Addressees {

    private final DatabaseClient database;

    OfficeQueries(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<UUID, Addressee>> of(UUID eventId, List<UUID> unitIds) {
        return database.sql("select id, name, email, phone from unit where id = any(:ids)")
                .bind("ids", unitIds.toArray(UUID[]::new))
                .map(
                        row ->
                                Map.entry(
                                        Objects.requireNonNull(row.get("id", UUID.class)),
                                        new Addressee(
                                                Objects.requireNonNull(
                                                        row.get("name", String.class)),
                                                row.get("email", String.class),
                                                row.get("phone", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Empty for a unit that is not on the roster any more, or has no address any more. */
    Mono<InvitedOffice> find(UUID eventId, UUID unitId, boolean isByPhone) {
        return database.sql(
                        """
                        select u.name, coalesce(i.position, u.head_title, u.name) as addressee, i.answer_by, i.seats, i.in_person, i.token,
                            a.address
                        from invitation i join unit u on u.id = i.unit_id
                            cross join lateral (select case when :byPhone then %s else u.email end as address) a
                        where i.event_id = :event and i.unit_id = :unit
                          and not i.withdrawn and a.address is not null
                        """
                                .formatted(OfficeMobile.E164))
                .bind("event", eventId)
                .bind("unit", unitId)
                .bind("byPhone", isByPhone)
                .map(
                        row ->
                                new InvitedOffice(
                                        Objects.requireNonNull(row.get("name", String.class)),
                                        Objects.requireNonNull(row.get("addressee", String.class)),
                                        Objects.requireNonNull(row.get("address", String.class)),
                                        Objects.requireNonNull(row.get("seats", Integer.class)),
                                        Boolean.TRUE.equals(row.get("in_person", Boolean.class)),
                                        row.get("answer_by", Instant.class),
                                        Objects.requireNonNull(row.get("token", String.class))))
                .one();
    }
}
