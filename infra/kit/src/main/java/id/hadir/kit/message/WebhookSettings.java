package id.hadir.kit.message;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The gateway that passes messages on to telephones.
 *
 * @param url by TLS, or on this machine; empty where there is none
 * @param secret that it knows our messages by, 32 characters or more
 */
@ConfigurationProperties("hadir.webhook")
record WebhookSettings(@Nullable String url, @Nullable String secret) {

    private static final int MIN_LENGTH = 32;

    WebhookSettings {
        if (url != null && !url.isBlank()) {
            URI address = URI.create(url);
            boolean isHere = "http".equals(address.getScheme()) && isLoopback(address.getHost());
            if (address.getHost() == null || !isHere && !"https".equals(address.getScheme())) {
                throw new IllegalArgumentException(
                        "hadir.webhook.url is neither https nor on this machine");
            }
            if (secret == null || secret.length() < MIN_LENGTH) {
                throw new IllegalArgumentException(
                        "hadir.webhook.secret has fewer than " + MIN_LENGTH + " characters");
            }
        }
    }

    private static boolean isLoopback(@Nullable String host) {
        return "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
    }

    boolean isSet() {
        return url != null && !url.isBlank();
    }
}
