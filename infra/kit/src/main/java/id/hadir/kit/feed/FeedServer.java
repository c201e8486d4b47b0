package id.hadir.kit.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Import it to have a {@link Feed} and to serve it; the tables come from the Flyway location {@code
 * classpath:kit/db/feed}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedSettings.class)
@Import(FeedApi.class)
public class FeedServer {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    @Bean
    Feed feed(DatabaseClient database, JsonMapper json) {
        return new Feed(database, json, LOOK_AGAIN);
    }

    @Bean
    FeedKey feedKey(FeedSettings settings) {
        return new FeedKey(settings.key());
    }
}
