package id.hadir.kit.message;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts messages to a gateway that passes them on to telephones: {@code {id, kind, to: {phone,
 * name}, text, url, event: {id, title, startsAt}}}. The header {@code X-Hadir-Signature: t=SECONDS,
 * v1=HEX} holds the HMAC-SHA256 of {@code SECONDS.BODY}: who knows the secret knows that it is
 * ours, and how old. The id is the same when a message comes twice.
 */
class WebhookCourier implements Courier {

    static final String SIGNATURE = "X-Hadir-Signature";

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String ALGORITHM = "HmacSHA256";

    /**
     * The gateway has understood and will not; all else, a wrong secret among it, may be mended.
     */
    private static final Set<Integer> FOR_GOOD = Set.of(400, 404, 410, 422);

    private final URI url;
    private final byte[] secret;
    private final WebClient http;
    private final JsonMapper json;
    private final Clock clock;

    WebhookCourier(WebhookSettings settings, WebClient http, JsonMapper json, Clock clock) {
        this.url = URI.create(Objects.requireNonNull(settings.url()));
        this.secret = Objects.requireNonNull(settings.secret()).getBytes(StandardCharsets.UTF_8);
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    /** What the outbox keeps of it is its name. */
    static class WebhookFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WebhookFailed(int status) {
            super("the gateway answered " + status);
        }
    }

    @Override
    public Mono<Void> deliver(Letter letter) {
        byte[] body = json.writeValueAsBytes(content(letter));
        return http.post()
                .uri(url)
                .contentType(MediaType.APPLICATION_JSON)
                .header(SIGNATURE, signature(body))
                .bodyValue(body)
                .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer.statusCode()))
                .timeout(LONGEST)
                .flatMap(WebhookCourier::outcome);
    }

    private static Mono<Void> outcome(HttpStatusCode status) {
        if (status.is2xxSuccessful()) {
            return Mono.empty();
        }
        WebhookFailed failure = new WebhookFailed(status.value());
        return Mono.error(FOR_GOOD.contains(status.value()) ? new LetterRefused(failure) : failure);
    }

    private static Map<String, @Nullable Object> content(Letter letter) {
        About about = Objects.requireNonNull(letter.about(), "what is it about?");
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("id", about.eventId());
        event.put("title", about.title());
        event.put("startsAt", about.startsAt());
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("id", letter.id());
        content.put("kind", about.kind());
        content.put("to", Map.of("phone", letter.to(), "name", about.name()));
        content.put("text", letter.text());
        content.put("url", about.url());
        content.put("event", event);
        return content;
    }

    private String signature(byte[] body) {
        Instant now = clock.instant();
        String time = String.valueOf(now.getEpochSecond());
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
