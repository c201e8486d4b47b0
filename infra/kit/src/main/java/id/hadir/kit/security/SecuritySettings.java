package id.hadir.kit.security;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param jwksUri where the gateway publishes its public keys: its management port
 */
@ConfigurationProperties("hadir.security")
record SecuritySettings(URI jwksUri) {}
