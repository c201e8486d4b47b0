package id.hadir.attendance.privacy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventRow;
import id.hadir.attendance.registration.Registration;
import id.hadir.attendance.registration.RegistrationRow;
import id.hadir.kit.listing.PageRequest;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what is kept of a person, over all events; what was erased is nobody's. */
@Component
class PersonQueries {

    private static final String FOUND =
            "select "
                    + RegistrationRow.COLUMNS
                    + ", r.corrected_at, "
                    + EventRow.COLUMNS.replace("event.event_id, ", "")
                    + " from registration r join event on event.event_id = r.event_id"
                    + " where r.erased_at is null and ";

    private final DatabaseClient database;

    PersonQueries(DatabaseClient database) {
        this.database = database;
    }

    record Found(Event event, Registration registration, @Nullable Instant correctedAt) {

        UUID eventId() {
            return registration.eventId();
        }

        UUID id() {
            return registration.id();
        }

        static Found of(Readable row) {
            return new Found(
                    EventRow.read(row),
                    RegistrationRow.read(row),
                    row.get("corrected_at", Instant.class));
        }
    }

    /** In the order in which they were made. */
    Mono<List<Found>> search(PersonAsked.Read asked, UUID after, PageRequest page) {
        GenericExecuteSpec query =
                database.sql(
                                FOUND
                                        + """
                                        (r.nip = :nip or r.phone = :phone or lower(r.email) = lower(:email)
                                            or (r.event_id = :event and r.name ilike :name))
                                        and r.registration_id > :after
                                        order by r.registration_id limit :limit
                                        """)
                        .bind("nip", text(asked.nip()))
                        .bind("phone", text(asked.phone()))
                        .bind("email", text(asked.email()))
                        .bind("name", text(pattern(asked.name())))
                        .bind("after", after)
                        .bind("limit", page.limitPlusOne());
        return (asked.event() == null
                        ? query.bindNull("event", UUID.class)
                        : query.bind("event", asked.event()))
                .map(Found::of)
                .all()
                .collectList();
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }

    private static @Nullable String pattern(@Nullable String name) {
        return name == null ? null : "%" + name.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    Mono<List<Found>> byIds(List<UUID> registrationIds) {
        return database.sql(FOUND + "r.registration_id = any(:ids) order by r.registration_id")
                .bind("ids", registrationIds.toArray(UUID[]::new))
                .map(Found::of)
                .all()
                .collectList();
    }

    Mono<Found> byCode(String bareCode) {
        return database.sql(FOUND + "r.code = :code limit 1")
                .bind("code", bareCode)
                .map(Found::of)
                .one();
    }

    /**
     * With all rows of the same people at the same events: who sits in for a second office has two,
     * and is erased from both, or one of them still names them.
     */
    Mono<List<Found>> withTheirOthers(List<UUID> registrationIds) {
        return database.sql(
                        FOUND
                                + """
                                (r.event_id, r.registration_id) in (
                                    select o.event_id, o.registration_id
                                    from registration s join registration o on o.event_id = s.event_id
                                    where s.registration_id = any(:ids) and (o.registration_id = s.registration_id
                                        or o.nip = s.nip or (o.bare_name = s.bare_name and o.phone = s.phone)))
                                order by r.registration_id
                                """)
                .bind("ids", registrationIds.toArray(UUID[]::new))
                .map(Found::of)
                .all()
                .collectList();
    }

    Mono<Map<UUID, List<StoredData.ScanData>>> scans(Collection<Found> of) {
        record Row(UUID registration, StoredData.ScanData scan) {}
        return database.sql(
                        """
                        select registration_id, scanned_at, outcome, device from scan
                        where event_id = any(:events) and registration_id = any(:ids)
                        order by scanned_at
                        """)
                .bind("events", of.stream().map(Found::eventId).distinct().toArray(UUID[]::new))
                .bind("ids", of.stream().map(Found::id).toArray(UUID[]::new))
                .map(
                        row ->
                                new Row(
                                        given(row, "registration_id", UUID.class),
                                        new StoredData.ScanData(
                                                given(row, "scanned_at", Instant.class),
                                                given(row, "outcome", String.class),
                                                row.get("device", String.class))))
                .all()
                .collectList()
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                groupingBy(
                                                        Row::registration,
                                                        mapping(Row::scan, toList()))));
    }

    private static <T> T given(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
