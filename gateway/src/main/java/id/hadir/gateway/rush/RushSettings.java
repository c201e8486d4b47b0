package id.hadir.gateway.rush;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param registrations how many may be on their way to attendance-service at once. At the service's
 *     pace of one to two thousand a second the last one waits for a second or less; keep it below
 *     the connections to a service ({@code httpclient.pool.max-connections}), so that check-in and
 *     tickets always find a free one
 */
@Validated
@ConfigurationProperties("hadir.rush")
record RushSettings(@Min(1) int registrations) {}
