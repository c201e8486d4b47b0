package id.hadir.gateway.rush;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param registrations how many may be on their way to attendance-service at once: some tenths of a
 *     second's work. What is under way lives in memory that is copied at each collection, so more
 *     of it makes everybody slower. Keep it below the connections to a service ({@code
 *     httpclient.pool.max-connections}), so that check-in and tickets always find a free one
 * @param body within which a registration or a form must have arrived, once it has begun to
 */
@Validated
@ConfigurationProperties("hadir.rush")
record RushSettings(@Min(1) int registrations, Duration body) {}
