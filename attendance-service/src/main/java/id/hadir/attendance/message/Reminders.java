package id.hadir.attendance.message;

import id.hadir.attendance.eventcopy.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Queues reminders when they are due and not before, so that those of an event that moves or is
 * called off move along, and whoever gives the ticket back meanwhile gets none. Replicas that do it
 * at once queue each one once.
 */
@Component
class Reminders {

    /** When the day begins of an event of which nobody has told the hour. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Logger log = LoggerFactory.getLogger(Reminders.class);

    private final ReminderQueries events;
    private final NoticeQueueStore queue;
    private final ReminderSettings settings;
    private final Clock clock;

    Reminders(
            ReminderQueries events,
            NoticeQueueStore queue,
            ReminderSettings settings,
            Clock clock) {
        this.events = events;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${hadir.reminders.every}",
            fixedDelayString = "${hadir.reminders.every}")
    Mono<Void> run() {
        return queueDue(clock.instant())
                .onErrorResume(
                        failure -> {
                            log.warn("reminders were not queued: {}", failure.toString());
                            return Mono.empty();
                        });
    }

    /** All that are due at that time; one night's length is looked over on both sides. */
    Mono<Void> queueDue(Instant now) {
        Instant last = now.plus(settings.daysBefore()).plus(settings.hoursBefore()).plus(A_DAY);
        return events.beginningBetween(now.minus(A_DAY), last)
                .collectList()
                .flatMapIterable(found -> found)
                .flatMap(event -> Flux.fromStream(of(event)))
                .filter(reminder -> reminder.isDue(now))
                .concatMap(reminder -> queue.remind(reminder, now))
                .then();
    }

    private Stream<Reminder> of(Event event) {
        return Stream.concat(
                of(event, Notice.REMINDER_DAYS, settings.daysBefore()),
                event.startsAt() == null
                        ? Stream.empty()
                        : of(event, Notice.REMINDER_HOURS, settings.hoursBefore()));
    }

    private static Stream<Reminder> of(Event event, Notice notice, Duration before) {
        return before.isZero()
                ? Stream.empty()
                : Stream.of(
                        Reminder.of(event.id(), notice, start(event), event.timeZone(), before));
    }

    /** What a reminder of the event reminds of. */
    static Instant start(Event event) {
        return event.startsAt() != null
                ? event.startsAt()
                : Objects.requireNonNull(event.date())
                        .atTime(MORNING)
                        .atZone(event.timeZone())
                        .toInstant();
    }
}
