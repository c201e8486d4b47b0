package id.hadir.kit.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The secret that consumers show to producers; who does not show it gets nothing of a feed. */
public final class FeedKey {

    static final String HEADER = "X-Feed-Key";

    private final byte[] secret;

    FeedKey(String secret) {
        this.secret = bytes(secret);
    }

    public boolean isShownBy(ServerHttpRequest request) {
        @Nullable String shown = request.getHeaders().getFirst(HEADER);
        return shown != null && MessageDigest.isEqual(bytes(shown), secret);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
