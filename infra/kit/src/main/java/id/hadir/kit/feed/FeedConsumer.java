package id.hadir.kit.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Import it, and give a bean {@link FeedSubscription} for each feed to follow; the cursor's table
 * comes from the Flyway location {@code classpath:kit/db/cursor}. The metric {@code hadir.feed.lag}
 * counts the seconds since the service last had everything.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedSettings.class)
public class FeedConsumer {

    /** A long poll of half a minute at most, then applying up to fifty entries. */
    private static final Duration STEP_LIMIT = Duration.ofSeconds(60);

    private static final int BATCH_BYTES_AT_MOST = 64 * 1024 * 1024;

    @Bean
    FeedFollowers feedFollowers(
            ObjectProvider<FeedSubscription> subscriptions,
            DatabaseClient database,
            ReactiveTransactionManager transactions,
            FeedSettings settings,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        WebClient http =
                WebClient.builder()
                        .codecs(
                                codecs ->
                                        codecs.defaultCodecs().maxInMemorySize(BATCH_BYTES_AT_MOST))
                        .build();
        List<FeedFollower> followers =
                subscriptions.stream()
                        .map(
                                subscription ->
                                        new FeedFollower(
                                                subscription,
                                                http,
                                                database,
                                                TransactionalOperator.create(transactions),
                                                settings.key(),
                                                clock,
                                                STEP_LIMIT))
                        .toList();
        followers.forEach(follower -> gauge(follower, meters));
        return new FeedFollowers(followers);
    }

    @Bean
    FeedHealth feedHealth(FeedFollowers followers) {
        return new FeedHealth(followers);
    }

    private static void gauge(FeedFollower follower, MeterRegistry meters) {
        Gauge.builder("hadir.feed.lag", follower, FeedConsumer::lagSeconds)
                .tag("feed", follower.feed())
                .baseUnit("seconds")
                .register(meters);
    }

    private static double lagSeconds(FeedFollower follower) {
        Duration lag = follower.lag();
        return lag == null ? Double.NaN : lag.toMillis() / 1000.0;
    }
}
