package id.hadir.kit.feed;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.app.SampleService;
import id.hadir.kit.test.PostgresForTests;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The feed on a real PostgreSQL and over real HTTP; producer and consumer in one process. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PostgresForTests.class)
class FeedTests {

    private static final Duration LONG = Duration.ofSeconds(10);

    @LocalServerPort int port;
    @Autowired Feed feed;
    @Autowired DatabaseClient database;
    @Autowired Environment environment;
    @Autowired ConnectionFactory connections;
    @Autowired ReactiveTransactionManager transactions;
    @Autowired Flyway flyway;
    @Autowired StatusAggregator statuses;
    @Autowired HttpCodeStatusMapper httpCodes;

    final List<String> applied = new CopyOnWriteArrayList<>();

    @BeforeEach
    void empty() {
        PostgresForTests.of(environment)
                .execute(
                        "truncate feed_entry, feed_consumer, feed_cursor",
                        "update feed_shift set shift = 0");
    }

    @Test
    void whoWaitsIsToldOfAnEntryWhenItsWriterHasCommitted() throws Exception {
        Feed patient = new Feed(database, new JsonMapper(), Duration.ofHours(1));
        CompletableFuture<List<Feed.Stored>> waiting =
                patient.read(FeedPosition.START, 10, Duration.ofMinutes(1)).toFuture();

        FeedPosition written = append("one");
        while (!waiting.isDone()) { // its first look may still be under way
            patient.settle(written).block(LONG);
        }
        assertThat(waiting.get()).extracting(Feed.Stored::subject).containsExactly("one");
    }

    private FeedFollower follower(FeedApplier applier) {
        return follower(applier, Clock.systemUTC(), LONG);
    }

    private FeedFollower follower(FeedApplier applier, Clock clock, Duration stepLimit) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/feeds/sample");
        return new FeedFollower(
                new FeedSubscription("sample", uri, "consumer", applier),
                WebClient.builder()
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
                        .build(),
                database,
                TransactionalOperator.create(transactions),
                "a-feed-key-for-tests-only",
                clock,
                stepLimit);
    }

    private Mono<Void> remember(List<FeedEntry> entries) {
        return Mono.fromRunnable(() -> entries.forEach(entry -> applied.add(entry.subject())));
    }

    private FeedPosition append(String subject) {
        return feed.append("sample.changed", subject, Map.of("a", 1)).block(LONG);
    }

    @Test
    void aConsumerGetsWhatWasAppendedInItsOrder() {
        append("one");
        append("two");
        follower(this::remember).step().block(LONG);
        assertThat(applied).containsExactly("one", "two");
    }

    @Test
    void transactionsAreReadInTheOrderOfTheirNumbers() {
        appendIn("9", "ninth");
        appendIn("10", "tenth");
        follower(this::remember).step().block(LONG);
        assertThat(applied).containsExactly("ninth", "tenth");
    }

    @Test
    void largeEntriesAreReadAFewAtATime() {
        Random random = new Random(1);
        for (String subject : List.of("one", "two", "three")) {
            byte[] noise = new byte[300_000];
            random.nextBytes(noise);
            feed.append("sample.changed", subject, Map.of("a", noise)).block(LONG);
        }
        FeedFollower follower = follower(this::remember);
        follower.step().block(LONG);
        assertThat(applied).containsExactly("one", "two");
        follower.step().block(LONG);
        assertThat(applied).containsExactly("one", "two", "three");
    }

    private void appendIn(String transaction, String subject) {
        database.sql(
                        """
                        insert into feed_entry (tx, type, subject, data)
                        values (:tx::xid8, 'sample.changed', :subject, '{}')
                        """)
                .bind("tx", transaction)
                .bind("subject", subject)
                .then()
                .block(LONG);
    }

    @Test
    void anEntryThatCommitsLateIsNotPassedOver() {
        Connection late = Mono.from(connections.create()).block(LONG);
        Mono.from(late.beginTransaction()).block(LONG);
        Mono.from(
                        late.createStatement(
                                        "insert into feed_entry (type, subject, data)"
                                                + " values ('t', 'late', '{}')")
                                .execute())
                .flatMap(result -> Mono.from(result.getRowsUpdated()))
                .block(LONG);
        append("early");

        FeedFollower follower = follower(this::remember);
        follower.step().block(LONG);
        assertThat(applied).isEmpty();

        Mono.from(late.commitTransaction()).block(LONG);
        Mono.from(late.close()).block(LONG);
        follower.step().block(LONG);
        assertThat(applied).containsExactly("late", "early");
    }

    @Test
    void aConsumerThatFailsInTheMiddleBeginsThereAgain() {
        append("one");
        FeedFollower failing =
                follower(
                        entries -> remember(entries).then(Mono.error(new IllegalStateException())));
        assertThat(failing.step().then(Mono.just("ended")).onErrorReturn("failed").block(LONG))
                .isEqualTo("failed");
        applied.clear();

        follower(this::remember).step().block(LONG);
        assertThat(applied).containsExactly("one");
        follower(this::remember).step().block(LONG);
        assertThat(applied).containsExactly("one");
    }

    @Test
    void oneOfTwoReplicasAppliesAnEntry() {
        append("one");
        FeedApplier slow = entries -> Mono.delay(Duration.ofMillis(300)).then(remember(entries));
        FeedFollower first = follower(slow);
        FeedFollower second = follower(slow);
        Mono.when(first.step(), second.step()).block(LONG);
        assertThat(applied).containsExactly("one");
    }

    @Test
    void aStepThatHangsIsGivenUpAndDoneAgain() throws InterruptedException {
        append("one");
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        FeedApplier hangsOnce =
                entries ->
                        tries.getAndIncrement() == 0
                                ? Mono.never()
                                : remember(entries).doOnSuccess(_ -> done.countDown());
        FeedFollower follower = follower(hangsOnce, Clock.systemUTC(), Duration.ofSeconds(1));
        follower.start();
        try {
            assertThat(done.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(applied).containsExactly("one");
        } finally {
            follower.stop();
        }
    }

    @Test
    void healthTellsWhetherTheFeedIsFollowed() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        FeedFollower follower = follower(this::remember, clock(now), LONG);
        FeedHealth health = new FeedHealth(new FeedFollowers(List.of(follower)));
        append("one");
        follower.step().block(LONG);
        assertThat(health.health().getStatus().getCode()).isEqualTo("CATCHING_UP");

        follower.step().block(LONG);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        now.updateAndGet(then -> then.plusSeconds(31));
        assertThat(health.health().getStatus().getCode()).isEqualTo("BEHIND");

        append("two");
        follower.step().block(LONG);
        assertThat(health.health().getStatus().getCode()).isEqualTo("BEHIND");
    }

    @Test
    void aServiceThatCatchesUpIsReadyAndAnswersItsHealth() {
        assertThat(statuses.getAggregateStatus(Status.UP, new Status("CATCHING_UP")).getCode())
                .isEqualTo("CATCHING_UP");
        assertThat(statuses.getAggregateStatus(Status.UP, new Status("BEHIND")).getCode())
                .isEqualTo("BEHIND");
        assertThat(httpCodes.getStatusCode(new Status("CATCHING_UP"))).isEqualTo(200);
        assertThat(httpCodes.getStatusCode(new Status("BEHIND"))).isEqualTo(200);
    }

    /** A restored database has entries of higher transactions than its new server counts. */
    @Test
    void aFeedGoesOnAfterItsDatabaseWasRestoredIntoANewServer() {
        database.sql(
                        """
                        insert into feed_entry (tx, type, subject, data)
                        values ('900000000', 't', 'old', '{}')
                        """)
                .then()
                .block(LONG);
        String lastOfTheOld =
                database.sql("select tx || '-' || id as position from feed_entry")
                        .mapValue(String.class)
                        .one()
                        .block(LONG);
        database.sql("insert into feed_cursor values ('sample', :position, now())")
                .bind("position", lastOfTheOld)
                .then()
                .block(LONG);

        flyway.migrate();

        append("new");
        follower(this::remember).step().block(LONG);
        assertThat(applied).containsExactly("new");
        database.sql("delete from feed_cursor").then().block(LONG);
        follower(this::remember).step().block(LONG);
        assertThat(applied).containsExactly("new", "old", "new");
    }

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    @Test
    void settlingEndsOnceTheConsumerAskedForWhatComesAfter() {
        FeedFollower follower = follower(this::remember);
        follower.step().block(LONG);
        append("first");
        follower.start();
        try {
            feed.settle(append("second")).block(LONG);
            assertThat(applied).contains("first", "second");
        } finally {
            follower.stop();
        }
    }

    @Test
    void settlingGivesUpOnAConsumerThatIsDown() {
        feed.applied("consumer", FeedPosition.START).block(LONG);
        FeedPosition position = append("one");
        Long millis = feed.settle(position).thenReturn(1).elapsed().block(LONG).getT1();
        assertThat(millis).isBetween(900L, 5_000L);
    }

    @Test
    void nobodyReadsTheFeedWithoutItsKey() {
        WebTestClient http =
                WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        http.get()
                .uri("/feeds/sample?consumer=x&wait=0")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        http.get()
                .uri("/feeds/sample?consumer=x&wait=0")
                .header(FeedKey.HEADER, "a-feed-key-for-tests-onlY")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
