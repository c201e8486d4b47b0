package id.hadir.events.invitation;

import id.hadir.events.event.Event;
import id.hadir.events.unit.Unit;
import id.hadir.events.unit.UnitKind;
import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads invitations. */
@Component
class InvitationQueries {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String INVITED =
            """
            select i.id as invitation_id, i.seats, i.in_person, i.position, i.answer_by, i.wave,
                   i.token, i.code, u.id, u.name, u.kind,
                   u.region_code, u.head_title, u.parent_id
            from invitation i join unit u on u.id = i.unit_id
            where i.event_id = :eventId and not i.withdrawn
            """;

    private final DatabaseClient database;

    InvitationQueries(DatabaseClient database) {
        this.database = database;
    }

    /** In the order in which they were invited, each audience by place. */
    Mono<Listing<Invitation>> list(Event event, PageRequest page) {
        return database.sql(INVITED + "and i.id > :after order by i.id limit :limit")
                .bind("eventId", event.id())
                .bind("after", page.after() == null ? BEFORE_ALL : id(page.after().key(0)))
                .bind("limit", page.limitPlusOne())
                .map(row -> invitation(row, event))
                .all()
                .collectList()
                .map(rows -> Listing.of(rows, page, row -> Cursor.of(row.id().toString())));
    }

    /** Of one unit; empty when it is not on the roster. */
    Mono<Invitation> find(Event event, UUID unitId) {
        return database.sql(INVITED + "and i.unit_id = :unitId")
                .bind("eventId", event.id())
                .bind("unitId", unitId)
                .map(row -> invitation(row, event))
                .one();
    }

    /** Units and seats of the whole roster. */
    Mono<Roster> roster(UUID eventId, InvitationStore.Changes changes) {
        return database.sql(
                        """
                        select count(*) as units, coalesce(sum(seats), 0) as seats
                        from invitation where event_id = :eventId and not withdrawn
                        """)
                .bind("eventId", eventId)
                .map(
                        row ->
                                new Roster(
                                        number(row, "units"),
                                        number(row, "seats"),
                                        changes.added(),
                                        changes.changed()))
                .one();
    }

    /** Those of the ids that no unit has which may be invited. */
    Mono<Set<UUID>> unknownUnits(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Set.of());
        }
        return database.sql("select id from unit where id = any(:ids) and active")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .all()
                .<Set<UUID>>collect(() -> new HashSet<>(ids), Set::remove);
    }

    private static Invitation invitation(Readable row, Event event) {
        String token = Objects.requireNonNull(row.get("token", String.class));
        return new Invitation(
                Objects.requireNonNull(row.get("invitation_id", UUID.class)),
                new Unit(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("name", String.class)),
                        UnitKind.ofCode(row.get("kind", String.class)).orElseThrow(),
                        row.get("region_code", String.class),
                        row.get("head_title", String.class),
                        row.get("parent_id", UUID.class)),
                Objects.requireNonNull(row.get("seats", Integer.class)),
                Boolean.TRUE.equals(row.get("in_person", Boolean.class)),
                row.get("position", String.class),
                row.get("answer_by", Instant.class),
                Objects.requireNonNull(row.get("wave", Integer.class)),
                new InvitationCode(Objects.requireNonNull(row.get("code", String.class))).shown(),
                token,
                "/kegiatan/" + event.slug() + "/daftar?undangan=" + token);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
