package id.hadir.attendance.registration;

import static id.hadir.attendance.registration.RegistrationRow.given;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.Unit;
import id.hadir.attendance.registration.Registration.Status;
import id.hadir.attendance.registration.Roster.Answered;
import id.hadir.attendance.registration.Roster.Invitation;
import id.hadir.attendance.registration.Roster.Present;
import io.r2dbc.spi.Readable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads what bears on a batch of applications: by keys alone, so that it costs the same with ten
 * registrations present and with ten thousand, and whatever the planner believes of the table
 * ({@link RegistrationStore#lock} has switched full scans off).
 */
@Component
class RosterQueries {

    private final DatabaseClient database;

    RosterQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The statements do not wait for each other: the driver sends them one behind the other. When
     * one fails the others are still heard to their end.
     */
    Mono<Roster> read(Event event, List<Application> batch) {
        return Mono.zipDelayError(
                        answers(event, batch),
                        people(event.id(), batch),
                        invitations(event.id(), batch),
                        units(batch))
                .map(
                        all ->
                                new Roster(
                                        all.getT1(),
                                        all.getT2(),
                                        invitationsOf(all.getT3()),
                                        unitsOf(all.getT3(), all.getT4())));
    }

    private record Invited(Unit unit, Invitation invitation) {}

    private static List<Invitation> invitationsOf(List<Invited> invited) {
        return invited.stream().map(Invited::invitation).toList();
    }

    private static Map<UUID, Unit> unitsOf(List<Invited> invited, List<Unit> units) {
        Map<UUID, Unit> byId = new HashMap<>();
        units.forEach(unit -> byId.put(Objects.requireNonNull(unit.id()), unit));
        invited.forEach(one -> byId.put(one.invitation().unitId(), one.unit()));
        return byId;
    }

    private Mono<Map<String, Answered>> answers(Event event, List<Application> batch) {
        String[] keys =
                texts(
                        batch,
                        application -> application.key() == null ? null : application.key().key());
        if (keys.length == 0) {
            return Mono.just(Map.of());
        }
        return database.sql(
                        "select r.idempotency_key, r.body_hash, r.first_status,"
                                + " r.first_waitlist_position, "
                                + RegistrationRow.COLUMNS
                                + " from registration r where r.event_id = :event and"
                                + " r.idempotency_key = any(:keys)")
                .bind("event", event.id())
                .bind("keys", keys)
                .map(
                        row ->
                                Map.entry(
                                        given(row, "idempotency_key", String.class),
                                        answered(event, row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Answered answered(Event event, Readable row) {
        return new Answered(
                given(row, "body_hash", String.class),
                new Receipt(
                        event,
                        RegistrationRow.read(row),
                        Status.ofCode(given(row, "first_status", String.class)),
                        row.get("first_waitlist_position", Integer.class)));
    }

    /**
     * Of those who may be the same people: by NIP anywhere at the event, and by name in the same
     * unit.
     */
    private Mono<List<Present>> people(UUID eventId, List<Application> batch) {
        return database.sql(
                        """
                        select r.unit_key, r.bare_name, r.nip from registration r
                        where r.event_id = :event and r.nip = any(:nips) and r.active
                        union all
                        select r.unit_key, r.bare_name, r.nip
                        from unnest(:unitKeys::text[], :tokens::text[], :names::text[]) as a(unit_key, token, bare_name)
                        cross join lateral (
                            select * from registration r
                            where r.event_id = :event and r.active and r.bare_name = a.bare_name
                              and r.unit_key = coalesce(a.unit_key, (
                                  select i.unit_id::text from invitation i
                                  where i.event_id = :event and i.token_hash = a.token limit 1))
                            offset 0) r
                        """)
                .bind("event", eventId)
                .bind("nips", texts(batch, Application::nip))
                .bind("unitKeys", all(batch, RosterQueries::unitKey))
                .bind("tokens", all(batch, application -> application.office().tokenHash()))
                .bind("names", all(batch, application -> application.attendee().name().bare()))
                .map(
                        row ->
                                new Present(
                                        given(row, "unit_key", String.class),
                                        given(row, "bare_name", String.class),
                                        row.get("nip", String.class)))
                .all()
                .collectList();
    }

    private Mono<List<Invited>> invitations(UUID eventId, List<Application> batch) {
        return database.sql(
                        """
                        select i.unit_id, i.seats, i.in_person, i.token_hash, u.name, u.kind, u.region_code,
                            (select count(*)::int from registration r
                             where r.event_id = :event and r.unit_key = i.unit_id::text and r.active) as taken
                        from invitation i join unit u on u.unit_id = i.unit_id
                        where i.event_id = :event and not i.withdrawn
                          and (i.unit_id = any(:units) or i.token_hash = any(:tokens))
                        """)
                .bind("event", eventId)
                .bind("units", unitIds(batch))
                .bind("tokens", texts(batch, application -> application.office().tokenHash()))
                .map(
                        row ->
                                new Invited(
                                        unit(row),
                                        new Invitation(
                                                given(row, "unit_id", UUID.class),
                                                given(row, "seats", Integer.class),
                                                given(row, "in_person", Boolean.class),
                                                row.get("token_hash", String.class),
                                                given(row, "taken", Integer.class))))
                .all()
                .collectList();
    }

    private Mono<List<Unit>> units(List<Application> batch) {
        return database.sql(
                        """
                        select u.unit_id, u.name, u.kind, u.region_code from unit u
                        where u.unit_id = any(:units) and u.active
                        """)
                .bind("units", unitIds(batch))
                .map(RosterQueries::unit)
                .all()
                .collectList();
    }

    record Named(UUID id, String name) {}

    /** The whole roster of an event. */
    Mono<List<Named>> invited(UUID eventId) {
        return database.sql(
                        """
                        select u.unit_id, u.name from invitation i join unit u on u.unit_id = i.unit_id
                        where i.event_id = :event and not i.withdrawn
                        """)
                .bind("event", eventId)
                .map(
                        row ->
                                new Named(
                                        given(row, "unit_id", UUID.class),
                                        given(row, "name", String.class)))
                .all()
                .collectList();
    }

    private static Unit unit(Readable row) {
        return new Unit(
                row.get("unit_id", UUID.class),
                given(row, "name", String.class),
                row.get("kind", String.class),
                row.get("region_code", String.class));
    }

    private static @Nullable String unitKey(Application application) {
        Application.Office office = application.office();
        if (office.unitId() != null) {
            return Application.Office.keyOf(office.unitId());
        }
        return office.tokenHash() != null || office.unitName() == null
                ? null
                : Application.Office.keyOf(office.unitName());
    }

    private static UUID[] unitIds(List<Application> batch) {
        return batch.stream()
                .map(application -> application.office().unitId())
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
    }

    /** Those that are there, each once. */
    private static String[] texts(
            List<Application> batch, Function<Application, @Nullable String> text) {
        return batch.stream().map(text).filter(Objects::nonNull).distinct().toArray(String[]::new);
    }

    /** One for each application, also where it is null. */
    private static @Nullable String[] all(
            List<Application> batch, Function<Application, @Nullable String> text) {
        return batch.stream().map(text).toArray(String[]::new);
    }
}
