package id.hadir.attendance.checkin;

import id.hadir.attendance.registration.Registration;
import id.hadir.attendance.registration.RegistrationRow;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads and writes what a desk scans; each method is one step of a transaction. */
@Component
class CheckInStore {

    private final DatabaseClient database;

    CheckInStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Registrations that the scans may be of, locked in one order, so that two desks never wait for
     * each other in a ring. One that was erased is nobody's.
     */
    Mono<List<Registration>> lock(UUID eventId, List<Scan> scans) {
        return database.sql(
                        "select "
                                + RegistrationRow.COLUMNS
                                + """
                                 from registration r
                                where r.event_id = :event and (r.code = any(:codes) or r.registration_id = any(:ids))
                                  and r.erased_at is null
                                order by r.registration_id
                                for no key update
                                """)
                .bind("event", eventId)
                .bind("codes", codes(scans))
                .bind("ids", ids(scans))
                .map(RegistrationRow::read)
                .all()
                .collectList();
    }

    /** Registrations of other events whose codes were scanned here; only read. */
    Mono<List<Registration>> ofOtherEvents(UUID eventId, List<Scan> scans) {
        return database.sql(
                        "select "
                                + RegistrationRow.COLUMNS
                                + " from registration r where r.code = any(:codes) and r.event_id"
                                + " <> :event")
                .bind("event", eventId)
                .bind("codes", codes(scans))
                .map(RegistrationRow::read)
                .all()
                .collectList();
    }

    /** An answer given before. */
    record Answered(String nonce, CheckInAnswer answer) {}

    Mono<List<Answered>> answered(UUID eventId, List<Scan> scans) {
        return database.sql(
                        "select s.nonce, s.outcome, s.first_scan_at, r.registration_id is not null"
                                + " as found, "
                                + RegistrationRow.COLUMNS
                                + """
                                 from scan s
                                left join registration r on r.event_id = s.event_id and r.registration_id = s.registration_id
                                where s.event_id = :event and s.nonce = any(:nonces)
                                """)
                .bind("event", eventId)
                .bind("nonces", scans.stream().map(Scan::nonce).distinct().toArray(String[]::new))
                .map(
                        row ->
                                new Answered(
                                        Objects.requireNonNull(row.get("nonce", String.class)),
                                        new CheckInAnswer(
                                                Outcome.ofCode(
                                                        Objects.requireNonNull(
                                                                row.get("outcome", String.class))),
                                                Boolean.TRUE.equals(row.get("found", Boolean.class))
                                                        ? RegistrationRow.read(row)
                                                        : null,
                                                row.get("first_scan_at", Instant.class))))
                .all()
                .collectList();
    }

    /** Counts the scans written; one whose nonce another connection wrote meanwhile is not. */
    Mono<Long> write(
            UUID eventId, List<Door.Decided> decided, Instant receivedAt, String scannedBy) {
        List<Door.Decided> rows =
                decided.stream().sorted(Comparator.comparing(one -> one.scan().nonce())).toList();
        return database.sql(
                        """
                        insert into scan (event_id, nonce, registration_id, outcome, first_scan_at, scanned_at, device,
                            received_at, scanned_by)
                        select :event, s.*, :receivedAt, :scannedBy
                        from unnest(:nonces::text[], :ids::uuid[], :outcomes::text[], :firstScans::timestamptz[],
                            :scannedAt::timestamptz[], :devices::text[]) as s
                        on conflict do nothing
                        """)
                .bind("event", eventId)
                .bind("nonces", texts(rows, one -> one.scan().nonce()))
                .bind("ids", rows.stream().map(CheckInStore::registrationId).toArray(UUID[]::new))
                .bind("outcomes", texts(rows, one -> one.answer().outcome().code()))
                .bind("firstScans", times(rows, one -> one.answer().firstScanAt()))
                .bind("scannedAt", times(rows, one -> one.scan().at()))
                .bind("devices", texts(rows, one -> one.scan().device()))
                .bind("receivedAt", receivedAt)
                .bind("scannedBy", scannedBy)
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> checkIn(UUID eventId, List<Registration> attended) {
        return database.sql(
                        """
                        update registration r set checked_in_at = a.at, device = a.device, version = r.version + 1
                        from unnest(:ids::uuid[], :times::timestamptz[], :devices::text[]) as a(id, at, device)
                        where r.event_id = :event and r.registration_id = a.id and r.checked_in_at is null
                          and r.status = 'confirmed'
                        """)
                .bind("event", eventId)
                .bind("ids", attended.stream().map(Registration::id).toArray(UUID[]::new))
                .bind(
                        "times",
                        attended.stream()
                                .map(one -> utc(one.checkedInAt()))
                                .toArray(OffsetDateTime[]::new))
                .bind("devices", attended.stream().map(Registration::device).toArray(String[]::new))
                .fetch()
                .rowsUpdated();
    }

    private static String[] codes(List<Scan> scans) {
        return scans.stream()
                .map(scan -> scan.shown() instanceof Scan.Shown.Code(var code) ? code.bare() : null)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
    }

    private static UUID[] ids(List<Scan> scans) {
        return scans.stream()
                .map(scan -> scan.shown() instanceof Scan.Shown.Person(var id) ? id : null)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
    }

    private static @Nullable UUID registrationId(Door.Decided one) {
        Registration registration = one.answer().registration();
        return registration == null ? null : registration.id();
    }

    private static @Nullable String[] texts(
            List<Door.Decided> rows, Function<Door.Decided, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime[] times(
            List<Door.Decided> rows, Function<Door.Decided, @Nullable Instant> time) {
        return rows.stream().map(time).map(CheckInStore::utc).toArray(OffsetDateTime[]::new);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
