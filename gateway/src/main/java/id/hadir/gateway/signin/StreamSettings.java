package id.hadir.gateway.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param askedAgain how often a stream's sign-in is looked at while the stream goes on
 */
@ConfigurationProperties("hadir.streams")
record StreamSettings(Duration askedAgain) {}
