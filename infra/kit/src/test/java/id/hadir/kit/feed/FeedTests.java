package id.hadir.kit.feed;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.app.SampleService;
import id.hadir.kit.test.PostgresForTests;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

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
    @Autowired ConnectionFactory connections;
    @Autowired ReactiveTransactionManager transactions;

    final List<String> applied = new CopyOnWriteArrayList<>();

    @BeforeEach
    void empty() {
        database.sql("truncate feed_entry, feed_consumer, feed_cursor").then().block(LONG);
    }

    private FeedFollower follower(FeedApplier applier) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/feeds/sample");
        return new FeedFollower(
                new FeedSubscription("sample", uri, "consumer", applier),
                WebClient.create(),
                database,
                TransactionalOperator.create(transactions),
                "a-feed-key-for-tests-only",
                Clock.systemUTC());
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
                .header(FeedApi.KEY_HEADER, "a-feed-key-for-tests-onlY")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
