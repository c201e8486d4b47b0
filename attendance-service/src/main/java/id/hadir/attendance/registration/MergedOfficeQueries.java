package id.hadir.attendance.registration;

import static id.hadir.attendance.registration.RegistrationRow.given;

import id.hadir.attendance.registration.Application.Office;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds the office that remains where an application names a merged one: a form that was open on a
 * phone, or the link of an invitation that has moved.
 */
@Component
class MergedOfficeQueries {

    private final DatabaseClient database;

    MergedOfficeQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The same applications, in order, for the offices that remain. Where the merged one is still
     * on the roster, as of an event that was over, it stays what it was.
     */
    Mono<List<Application>> follow(UUID eventId, List<Application> batch) {
        return remaining(eventId, batch)
                .map(
                        remaining ->
                                batch.stream()
                                        .map(one -> one.from(followed(one.office(), remaining)))
                                        .toList());
    }

    /** By what names it: the merged unit's id, or the hash of its token. */
    private Mono<Map<String, UUID>> remaining(UUID eventId, List<Application> batch) {
        return database.sql(
                        """
                        select unit_id::text as said, merged_into as unit_id from unit
                        where unit_id = any(:units) and merged_into is not null
                          and not exists (
                              select from invitation i
                              where i.event_id = :event and i.unit_id = unit.unit_id and not i.withdrawn)
                        union all
                        select token_hash, moved_to from invitation
                        where event_id = :event and token_hash = any(:tokens) and moved_to is not null
                        """)
                .bind("event", eventId)
                .bind(
                        "units",
                        batch.stream()
                                .map(one -> one.office().unitId())
                                .filter(Objects::nonNull)
                                .toArray(UUID[]::new))
                .bind(
                        "tokens",
                        batch.stream()
                                .map(one -> one.office().tokenHash())
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                .map(
                        row ->
                                Map.entry(
                                        given(row, "said", String.class),
                                        given(row, "unit_id", UUID.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** A token of one office beside the id of another stays as it is, and is refused. */
    private static Office followed(Office office, Map<String, UUID> remaining) {
        UUID said = office.unitId();
        UUID unit = said == null ? null : remaining.getOrDefault(said.toString(), said);
        UUID invited = office.tokenHash() == null ? null : remaining.get(office.tokenHash());
        if (invited == null) {
            return new Office(unit, office.unitName(), office.tokenHash());
        }
        return unit == null || unit.equals(invited) ? new Office(invited, null, null) : office;
    }
}
