package id.hadir.attendance.privacy;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.attendance.notice.PrivacySettings;
import id.hadir.attendance.privacy.RetentionQueries.Due;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Erases the people of events that were kept long enough: when an admin says so, and from then on
 * each night. Until then the nights only count: a system that has just been set up, or renewed, is
 * not to erase years of events before anybody knows that it does. An event is a transaction, so
 * that one that fails keeps back no other, and a run that was broken off is simply done again.
 */
@Service
public class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    /** Read at a time. */
    private static final int EVENTS = 100;

    static final Actor JOB = new Actor(Role.ANYONE, "masa-simpan", "", null, null, null);

    private final RetentionQueries queries;
    private final RetentionStore store;
    private final Erasure erasure;
    private final PrivacySettings settings;
    private final Audit audit;
    private final Clock clock;

    Retention(
            RetentionQueries queries,
            RetentionStore store,
            Erasure erasure,
            PrivacySettings settings,
            Audit audit,
            Clock clock) {
        this.queries = queries;
        this.store = store;
        this.erasure = erasure;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a run found, and what it did. */
    public record Done(RetentionRun run, List<Due> due) {}

    /** Of all replicas one does it. */
    @Scheduled(cron = "${hadir.privacy.job}", zone = "Asia/Jakarta")
    Mono<Void> nightly() {
        LocalDate tonight = LocalDate.ofInstant(clock.instant(), PrivacySettings.ZONE);
        return store.isBegun()
                .flatMap(isBegun -> run(JOB, !isBegun, tonight))
                .doOnNext(done -> log.info("retention: {}", done.run()))
                .doOnError(failure -> log.error("the retention job failed", failure))
                .onErrorComplete()
                .then();
    }

    /**
     * @param dryRun only tells what is due
     */
    Mono<Done> run(Actor by, boolean dryRun) {
        return run(by, dryRun, null);
    }

    Mono<Listing<RetentionRun>> runs(PageRequest page) {
        return queries.runs(page);
    }

    private Mono<Done> run(Actor by, boolean dryRun, @Nullable LocalDate night) {
        Instant now = now();
        RetentionRun run =
                new RetentionRun(
                        UuidCreator.getTimeOrderedEpoch(),
                        now,
                        by.username(),
                        dryRun,
                        settings.cutoff(now),
                        null,
                        0,
                        0,
                        0);
        return store.start(run, night)
                .filter(mine -> mine)
                .flatMap(_ -> pages(new Done(run, List.of()), null, by))
                .map(done -> new Done(done.run().finishedAt(now()), done.due()))
                .flatMap(
                        done ->
                                store.finish(done.run(), now())
                                        .then(audit.appendAs(by, deed(done.run())))
                                        .thenReturn(done));
    }

    /** Page by page, each after the last event of the one before: none is tried twice in a run. */
    private Mono<Done> pages(Done sofar, @Nullable Due after, Actor by) {
        return queries.due(sofar.run().cutoff(), after, EVENTS)
                .flatMap(
                        page ->
                                page.isEmpty()
                                        ? Mono.just(sofar)
                                        : Flux.fromIterable(page)
                                                .concatMap(due -> counted(due, sofar, by))
                                                .reduce(sofar.run(), (run, step) -> step.to(run))
                                                .map(run -> new Done(run, both(sofar.due(), page)))
                                                .flatMap(done -> pages(done, page.getLast(), by)));
    }

    @FunctionalInterface
    private interface Step {
        RetentionRun to(RetentionRun run);
    }

    /** Empty where another run is at this event. */
    private Mono<Step> counted(Due due, Done sofar, Actor by) {
        if (sofar.run().dryRun()) {
            return Mono.just(run -> run.and(due.registrations()));
        }
        return erasure.ofEvent(due.id(), by)
                .<Step>map(erased -> run -> run.and(erased))
                .onErrorResume(
                        failure -> {
                            log.error("the people of {} were not erased", due.id(), failure);
                            return Mono.just(RetentionRun::andFailure);
                        });
    }

    private static List<Due> both(List<Due> first, List<Due> second) {
        List<Due> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Deed deed(RetentionRun run) {
        return Deed.of("retention.run", "retention", run.id())
                .with(
                        Map.of(
                                "dryRun",
                                run.dryRun(),
                                "events",
                                run.events(),
                                "registrations",
                                run.registrations(),
                                "failures",
                                run.failures()));
    }
}
