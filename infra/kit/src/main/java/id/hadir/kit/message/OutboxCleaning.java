package id.hadir.kit.message;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Throws away what was kept long enough. Rows go by the end of their event and not by their own
 * age: they are what keeps an office from being told the same twice.
 */
class OutboxCleaning {

    private static final Logger log = LoggerFactory.getLogger(OutboxCleaning.class);

    private final OutboxStore outbox;
    private final LetterFolder folder;
    private final MailSettings settings;
    private final Clock clock;
    private final Scheduler scheduler;

    OutboxCleaning(
            OutboxStore outbox,
            LetterFolder folder,
            MailSettings settings,
            Clock clock,
            Scheduler scheduler) {
        this.outbox = outbox;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    @Scheduled(cron = "${hadir.mail.clean}", zone = "Asia/Jakarta")
    Mono<Void> run() {
        return clean().onErrorResume(
                        failure -> {
                            log.warn("old messages were not thrown away: {}", failure.toString());
                            return Mono.empty();
                        });
    }

    Mono<Void> clean() {
        Instant now = clock.instant();
        Mono<Integer> letters =
                Mono.fromCallable(() -> folder.removeOlderThan(now.minus(settings.keepLetters())))
                        .subscribeOn(scheduler);
        return outbox.forgetEventsEndedBefore(now.minus(settings.keepRows())).then(letters).then();
    }
}
