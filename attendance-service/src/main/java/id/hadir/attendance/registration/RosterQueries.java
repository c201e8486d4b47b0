package id.hadir.attendance.registration;

import static id.hadir.attendance.registration.RegistrationRow.given;

import id.hadir.attendance.eventcopy.EventRow;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what bears on a batch of applications: in one statement, and by keys alone, so that it
 * costs the same with ten registrations present and with a million.
 */
@Component
class RosterQueries {

    private static final String BEARING =
            "select "
                    + EventRow.COLUMNS
                    + """
                    , s.confirmed, s.waitlisted, s.next_waitlist_no, s.version,
                    exists (
                        select from registration r
                        where r.event_id = :event and r.idempotency_key = any(:keys)) as answered,
                    exists (select from unit u where u.unit_id = any(:units) and u.merged_into is not null)
                    or exists (
                        select from invitation i
                        where i.event_id = :event and i.token_hash = any(:tokens) and i.moved_to is not null) as merged,
                    (select json_agg(json_build_object('unitKey', p.unit_key, 'bareName', p.bare_name, 'nip', p.nip))
                     from (
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
                            offset 0) r) p)::text as people,
                    (select json_agg(json_build_object(
                        'unit', json_build_object('id', u.unit_id, 'name', u.name, 'kind', u.kind, 'regionCode', u.region_code),
                        'seats', i.seats, 'inPerson', i.in_person, 'tokenHash', i.token_hash,
                        'taken', (
                            select count(*) from registration r
                            where r.event_id = :event and r.unit_key = i.unit_id::text and r.active)))
                     from invitation i join unit u on u.unit_id = i.unit_id
                     where i.event_id = :event and not i.withdrawn
                       and (i.unit_id = any(:units) or i.token_hash = any(:tokens)))::text as invitations,
                    (select json_agg(json_build_object(
                        'id', u.unit_id, 'name', u.name, 'kind', u.kind, 'regionCode', u.region_code))
                     from unit u where u.unit_id = any(:units) and u.active)::text as units
                    from event join event_seats s on s.event_id = event.event_id
                    where event.event_id = :event
                    """;

    private final DatabaseClient database;
    private final JsonMapper json;

    RosterQueries(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The seats as they were when the roster was read.
     *
     * @param namesMerged whether somebody comes from an office that was merged into another one
     */
    record Reading(EventSeats seats, Roster roster, boolean namesMerged) {

        Reading with(Map<String, Answered> answers) {
            return new Reading(
                    seats,
                    new Roster(answers, roster.people(), roster.invitations(), roster.units()),
                    namesMerged);
        }
    }

    /** Empty when the event is unknown. */
    Mono<Reading> read(UUID eventId, List<Application> batch) {
        String[] keys = texts(batch, RosterQueries::key);
        return database.sql(BEARING)
                .bind("event", eventId)
                .bind("keys", keys)
                .bind("nips", texts(batch, Application::nip))
                .bind("unitKeys", all(batch, RosterQueries::unitKey))
                .bind("tokens", all(batch, application -> application.office().tokenHash()))
                .bind("names", all(batch, application -> application.attendee().name().bare()))
                .bind("units", unitIds(batch))
                .map(row -> new Found(reading(row), given(row, "answered", Boolean.class)))
                .one()
                .flatMap(
                        found ->
                                found.answered()
                                        ? answers(found.reading().seats(), keys)
                                                .map(found.reading()::with)
                                        : Mono.just(found.reading()));
    }

    /**
     * @param answered whether one of the keys has its answer already
     */
    private record Found(Reading reading, boolean answered) {}

    private record Invited(
            Unit unit, int seats, boolean inPerson, @Nullable String tokenHash, int taken) {

        UUID unitId() {
            return Objects.requireNonNull(unit.id());
        }

        Invitation invitation() {
            return new Invitation(unitId(), seats, inPerson, tokenHash, taken);
        }
    }

    private Reading reading(Readable row) {
        List<Invited> invited = list(row, "invitations", Invited[].class);
        Map<UUID, Unit> units = new HashMap<>();
        list(row, "units", Unit[].class)
                .forEach(unit -> units.put(Objects.requireNonNull(unit.id()), unit));
        invited.forEach(one -> units.put(one.unitId(), one.unit()));
        return new Reading(
                RegistrationStore.seatsOf(row).apply(EventRow.read(row)),
                new Roster(
                        Map.of(),
                        list(row, "people", Present[].class),
                        invited.stream().map(Invited::invitation).toList(),
                        units),
                given(row, "merged", Boolean.class));
    }

    private <T> List<T> list(Readable row, String column, Class<T[]> type) {
        String text = row.get(column, String.class);
        return text == null ? List.of() : List.of(json.readValue(text, type));
    }

    /** An answer stays as it was first given, so that it may be read after the rest. */
    private Mono<Map<String, Answered>> answers(EventSeats seats, String[] keys) {
        return database.sql(
                        "select r.idempotency_key, r.body_hash, r.first_status,"
                                + " r.first_waitlist_position, "
                                + RegistrationRow.COLUMNS
                                + " from registration r where r.event_id = :event and"
                                + " r.idempotency_key = any(:keys)")
                .bind("event", seats.event().id())
                .bind("keys", keys)
                .map(
                        row ->
                                Map.entry(
                                        given(row, "idempotency_key", String.class),
                                        answered(seats, row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Answered answered(EventSeats seats, Readable row) {
        return new Answered(
                given(row, "body_hash", String.class),
                new Receipt(
                        seats.event(),
                        RegistrationRow.read(row),
                        Status.ofCode(given(row, "first_status", String.class)),
                        row.get("first_waitlist_position", Integer.class)));
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

    private static @Nullable String key(Application application) {
        return application.key() == null ? null : application.key().key();
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
