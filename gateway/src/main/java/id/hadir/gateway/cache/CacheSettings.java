package id.hadir.gateway.cache;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param longest kept at most, whatever the service allows
 * @param patience how long a reader waits for what another one is fetching
 * @param waiting readers who may wait so at once; the next is sent back
 * @param memory of all answers together
 * @param largest answer that is kept
 */
@Validated
@ConfigurationProperties("hadir.cache")
record CacheSettings(
        Duration longest,
        Duration patience,
        @Min(1) int waiting,
        DataSize memory,
        DataSize largest) {}
