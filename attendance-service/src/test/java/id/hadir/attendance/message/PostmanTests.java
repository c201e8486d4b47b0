package id.hadir.attendance.message;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.message.Channels;
import id.hadir.kit.message.Claimed;
import id.hadir.kit.message.Courier;
import id.hadir.kit.message.CouriersForTests;
import id.hadir.kit.message.OutboxStore;
import id.hadir.kit.message.Postman;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ObjectNode;

/** Several postmen on one outbox, as replicas have them. */
@ServiceTest
class PostmanTests {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private DatabaseClient database;
    @Autowired private OutboxStore outbox;
    @Autowired private AttendeeLetters letters;
    @Autowired private TicketQueueStore tickets;
    @Autowired private NoticeQueueStore notices;

    private final Queue<UUID> delivered = new ConcurrentLinkedQueue<>();
    private final Courier courier =
            letter -> Mono.<Void>fromRunnable(() -> delivered.add(letter.id()));
    private UUID event;

    @BeforeEach
    void anEmptyOutbox() {
        database.sql("delete from outbox").then().block();
        event = sample.openEvent(e -> e);
    }

    @Test
    void eachMessageIsSentOnceByManyPostmen() {
        queue(30);
        Flux.range(0, 4)
                .flatMap(
                        _ -> postman(courier, NOW).empty().subscribeOn(Schedulers.boundedElastic()))
                .then()
                .block();
        assertThat(delivered).hasSize(30).doesNotHaveDuplicates();
        assertThat(count("sent_at is not null")).isEqualTo(30);
    }

    /** Five letters wait for a server that does not answer, and one message for no gateway. */
    @Test
    void aChannelThatHangsHoldsUpNoOther() {
        queue(6);
        database.sql(
                        """
                        update outbox set channel = 'webhook', not_before = not_before + interval '1 second'
                        where message_id = (select message_id from outbox limit 1)
                        """)
                .then()
                .block();
        postman(_ -> Mono.never(), NOW)
                .empty()
                .takeUntilOther(
                        Mono.defer(
                                        () ->
                                                count("failure = 'NoGateway'") == 0
                                                        ? Mono.empty()
                                                        : Mono.just(true))
                                .subscribeOn(Schedulers.boundedElastic())
                                .repeatWhenEmpty(all -> all.delayElements(Duration.ofMillis(10))))
                .block(Duration.ofSeconds(20));
        assertThat(count("channel = 'email' and attempts = 1 and sent_at is null")).isEqualTo(4);
    }

    @Test
    void ticketsAndCancellationsGoBeforeAMailingThatWaits() {
        queue(1);
        database.sql("delete from outbox").then().block();
        database.sql("update event set ended_at = :then where event_id = :event")
                .bind("then", NOW.plus(Duration.ofDays(1)))
                .bind("event", event)
                .then()
                .block();
        notices.toAll(event, Notice.CHANGED, 2, NOW.minusSeconds(3600)).block();
        notices.toAll(event, Notice.CANCELLED, 3, NOW).block();
        List<Recipient> same =
                database.sql("select distinct subject_id from outbox")
                        .mapValue(UUID.class)
                        .all()
                        .map(id -> new Recipient(event, id))
                        .collectList()
                        .block();
        tickets.queue(Objects.requireNonNull(same), NOW, NOW, 1).block();
        assertThat(outbox.claim(Channels.EMAIL, NOW, Duration.ofMinutes(1), 2).toIterable())
                .extracting(Claimed::kind)
                .containsExactlyInAnyOrder("ticket", "cancelled");
    }

    @Test
    void whatIsSentIsNotSentAgainAfterARestart() {
        queue(1);
        postman(courier, NOW).empty().block();
        postman(courier, NOW.plus(Duration.ofDays(1))).empty().block();
        assertThat(delivered).hasSize(1);
    }

    @Test
    void whatCouldNotBeSentIsTriedLaterEachTimeLaterAndThenGivenUp() {
        queue(1);
        Courier lame =
                letter ->
                        Mono.fromRunnable(() -> delivered.add(letter.id()))
                                .then(Mono.error(new IllegalStateException("to " + letter.to())));
        Instant time = NOW;
        for (int tries = 1; tries <= OutboxStore.TRIES; tries++) {
            postman(lame, time).empty().block();
            assertThat(delivered).hasSize(tries);
            Duration pause = Duration.ofMinutes(1).multipliedBy(1L << tries - 1);
            postman(lame, time.plus(pause).minusSeconds(1)).empty().block();
            assertThat(delivered).hasSize(tries);
            time = time.plus(pause);
        }
        postman(lame, time.plus(Duration.ofDays(1))).empty().block();
        assertThat(delivered).hasSize(OutboxStore.TRIES);
        assertThat(count("given_up_at is not null and failure = 'IllegalStateException'"))
                .isEqualTo(1);
    }

    /** As with a secret that was mistyped on a Friday evening. */
    @Test
    void aWrongSettingCostsNoMessageATryHoweverLongItLasts() {
        queue(6);
        Courier wrong = CouriersForTests.wronglySet();
        postman(wrong, NOW).empty().block();
        assertThat(count("failure = 'wrongly-set'")).as("the rest was not tried").isEqualTo(4);
        for (int hour = 1; hour <= 2 * OutboxStore.TRIES; hour++) {
            postman(wrong, NOW.plus(Duration.ofHours(hour))).empty().block();
        }
        assertThat(count("given_up_at is null and attempts = 0 and sent_at is null")).isEqualTo(6);
        postman(courier, NOW.plus(Duration.ofDays(1))).empty().block();
        assertThat(delivered).hasSize(6);
    }

    @Test
    void aBusyGatewayIsAskedAgainWhenItSaid() {
        queue(1);
        postman(CouriersForTests.busy(Duration.ofMinutes(10)), NOW).empty().block();
        postman(courier, NOW.plus(Duration.ofMinutes(9))).empty().block();
        assertThat(delivered).isEmpty();
        postman(courier, NOW.plus(Duration.ofMinutes(10))).empty().block();
        assertThat(delivered).hasSize(1);
    }

    @Test
    void whatAloneIsAlwaysAnsweredBusyLetsTheOthersPassAndIsGivenUpAfterAWeek() {
        queue(9);
        Courier busyForOne =
                letter ->
                        letter.to().startsWith("siti0@")
                                ? CouriersForTests.busy(Duration.ofMinutes(1)).deliver(letter)
                                : courier.deliver(letter);
        emptyEach(Duration.ofMinutes(5), NOW, Duration.ofMinutes(15), busyForOne);
        assertThat(delivered).hasSize(8);
        Duration week = Duration.ofDays(7);
        emptyEach(Duration.ofHours(1), NOW, week, busyForOne);
        assertThat(count("given_up_at is null and sent_at is null and attempts = 4")).isEqualTo(1);
        emptyEach(Duration.ofHours(1), NOW.plus(week), Duration.ofHours(3), busyForOne);
        assertThat(count("given_up_at is not null and failure = 'busy'")).isEqualTo(1);
    }

    private void emptyEach(Duration pause, Instant from, Duration during, Courier by) {
        for (Instant at = from; at.isBefore(from.plus(during)); at = at.plus(pause)) {
            postman(by, at).empty().block();
        }
    }

    @Test
    void whatWasSentIsForgottenOnceItsEventIsLongOver() {
        queue(1);
        postman(courier, NOW).empty().block();
        UUID over = event;
        event = sample.openEvent(e -> e);
        queue(1);
        postman(courier, NOW).empty().block();
        database.sql("update event set ended_at = :then where event_id = :over")
                .bind("then", NOW.plusSeconds(1))
                .bind("over", over)
                .then()
                .block();
        outbox.forgetEventsEndedBefore(NOW).block();
        assertThat(count("true")).isEqualTo(2);
        outbox.forgetEventsEndedBefore(NOW.plusSeconds(2)).block();
        assertThat(count("event_id = '" + event + "'")).isEqualTo(1);
        assertThat(count("true")).isEqualTo(1);
    }

    /** Nobody knows whether the letter has gone: it goes again, as the same one. */
    @Test
    void aPostmanWhoDiesBeforeMarkingLeavesTheMessageToTheNext() {
        queue(1);
        Courier deadly =
                letter -> Mono.fromRunnable(() -> delivered.add(letter.id())).then(Mono.never());
        postman(deadly, NOW)
                .empty()
                .takeUntilOther(
                        Mono.defer(() -> delivered.isEmpty() ? Mono.empty() : Mono.just(true))
                                .repeatWhenEmpty(all -> all.delayElements(Duration.ofMillis(10))))
                .block();
        postman(courier, NOW.plusSeconds(59)).empty().block();
        assertThat(delivered).hasSize(1);
        postman(courier, NOW.plusSeconds(60)).empty().block();
        assertThat(delivered).hasSize(2);
        assertThat(delivered.stream().distinct()).hasSize(1);
    }

    @Test
    void aTicketThatWasGivenBackMeanwhileIsNotSent() {
        queue(1);
        database.sql("update registration set status = 'cancelled' where event_id = :event")
                .bind("event", event)
                .then()
                .block();
        postman(courier, NOW).empty().block();
        assertThat(delivered).isEmpty();
        assertThat(count("failure = 'nothing-to-send' and given_up_at is not null")).isEqualTo(1);
    }

    private Postman postman(Courier by, Instant at) {
        return new Postman(outbox, letters, by, Clock.fixed(at, ZoneOffset.UTC));
    }

    private void queue(int messages) {
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        List<Recipient> to =
                IntStream.range(0, messages)
                        .mapToObj(i -> registered(unit, i))
                        .map(id -> new Recipient(event, id))
                        .toList();
        tickets.queue(to, NOW, NOW, 1).block();
    }

    private UUID registered(UUID unit, int number) {
        ObjectNode body = api.person(unit, "Siti", Api.nip(number));
        ((ObjectNode) body.path("attendee")).put("email", "siti" + number + "@example.go.id");
        return UUID.fromString(api.registered(event, body).path("id").stringValue());
    }

    private long count(String condition) {
        return Objects.requireNonNull(
                database.sql("select count(*) from outbox where " + condition)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }
}
