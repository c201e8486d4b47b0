package id.hadir.attendance.privacy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.notice.PrivacySettings;
import id.hadir.attendance.privacy.PersonQueries.Found;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.audit.Masked;
import id.hadir.kit.listing.Cursor;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What the operator does with one person's data: find it, hand it out, erase it. */
@Service
public class People {

    private final PersonQueries queries;
    private final ObjectionQueries objections;
    private final Erasure erasure;
    private final PrivacySettings settings;
    private final Audit audit;
    private final Clock clock;

    People(
            PersonQueries queries,
            ObjectionQueries objections,
            Erasure erasure,
            PrivacySettings settings,
            Audit audit,
            Clock clock) {
        this.queries = queries;
        this.objections = objections;
        this.erasure = erasure;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Enough to tell whose it is. */
    public record Hit(
            UUID registrationId,
            StoredData.EventData event,
            String unit,
            String name,
            @Nullable String nip,
            @Nullable String phone,
            @Nullable String email,
            String status,
            Instant registeredAt,
            boolean mayBeErased) {}

    Mono<Listing<Hit>> search(PersonAsked asked, PageRequest page) {
        return Mono.defer(() -> queries.search(asked.read(), after(page), page))
                .map(
                        rows ->
                                Listing.of(
                                        rows.stream().map(this::hit).toList(),
                                        page,
                                        hit -> Cursor.of(hit.registrationId().toString())));
    }

    private static UUID after(PageRequest page) {
        if (page.after() == null) {
            return new UUID(0, 0);
        }
        try {
            return UUID.fromString(page.after().key(0));
        } catch (IllegalArgumentException otherList) {
            throw Cursor.invalid();
        }
    }

    private Hit hit(Found found) {
        StoredData whole =
                StoredData.of(
                        found.event(), found.registration(), null, List.of(), List.of(), settings);
        return new Hit(
                whole.registrationId(),
                whole.event(),
                whole.unit().name(),
                whole.name(),
                Masked.number(whole.nip()),
                Masked.number(whole.phone()),
                Masked.email(whole.email()),
                whole.status(),
                whole.registeredAt(),
                mayBeErased(found));
    }

    /** Whoever still has a seat is expected at the door; it is given back first. */
    private boolean mayBeErased(Found found) {
        Event event = found.event();
        return !found.registration().holdsASeat()
                || event.status() == Event.Status.CANCELLED
                || event.hasEnded(clock.instant());
    }

    /** Whole, and in the audit. */
    Mono<List<StoredData>> export(Actor actor, List<UUID> registrationIds) {
        return queries.byIds(registrationIds)
                .flatMap(this::stored)
                .delayUntil(
                        stored ->
                                audit.appendAs(
                                        actor,
                                        Deed.of("person.exported", "registrations", null)
                                                .with(Map.of("registrations", ids(stored)))));
    }

    private static List<UUID> ids(List<StoredData> stored) {
        return stored.stream().map(StoredData::registrationId).toList();
    }

    /** What is kept of the holder of a ticket; empty for a code that no ticket has. */
    Mono<StoredData> ofTicket(String bareCode) {
        return queries.byCode(bareCode)
                .flatMap(found -> stored(List.of(found)))
                .map(List::getFirst);
    }

    private Mono<List<StoredData>> stored(List<Found> found) {
        return Mono.zip(
                queries.scans(found),
                objections.of(found),
                (scans, said) ->
                        found.stream()
                                .map(
                                        one ->
                                                StoredData.of(
                                                        one.event(),
                                                        one.registration(),
                                                        one.correctedAt(),
                                                        scans.getOrDefault(
                                                                one.registration().id(), List.of()),
                                                        said.getOrDefault(
                                                                one.registration().id(), List.of()),
                                                        settings))
                                .toList());
    }

    /** What {@link #erase} would erase. */
    Mono<List<Hit>> toErase(List<UUID> registrationIds) {
        return queries.withTheirOthers(registrationIds)
                .map(found -> found.stream().map(this::hit).toList());
    }

    /**
     * These and all other registrations of the same people at the same events, event by event, or
     * {@code event-running} and none.
     *
     * @return how many
     */
    Mono<Integer> erase(Actor actor, EraseRequest.Read wish) {
        return queries.withTheirOthers(wish.registrationIds())
                .filter(found -> found.stream().allMatch(this::mayBeErased))
                .switchIfEmpty(Mono.error(() -> Problem.conflict("event-running")))
                .delayUntil(_ -> audit.appendAs(actor, asked(wish)))
                .map(
                        found ->
                                found.stream()
                                        .map(Found::registration)
                                        .collect(
                                                groupingBy(
                                                        one -> one.eventId(),
                                                        mapping(one -> one.id(), toList()))))
                .flatMapIterable(Map::entrySet)
                .concatMap(event -> erasure.ofPeople(event.getKey(), event.getValue(), actor))
                .reduce(0, Integer::sum);
    }

    private static Deed asked(EraseRequest.Read wish) {
        return Deed.of("person.erasure-asked", "registrations", null)
                .with(
                        Map.of(
                                "registrations",
                                wish.registrationIds(),
                                "reason",
                                wish.reason().code()));
    }
}
