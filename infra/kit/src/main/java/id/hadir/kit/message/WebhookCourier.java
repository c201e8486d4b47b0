package id.hadir.kit.message;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
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

    /** The gateway has understood the message and will not take it. */
    private static final Set<Integer> FOR_GOOD = Set.of(400, 422);

    /** It does not know us, or we have its address wrong: no message can do anything for that. */
    private static final Set<Integer> WRONGLY_SET = Set.of(401, 403, 404, 405, 410);

    /** It has too much to do, and may say for how long. */
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private static final Duration UNTOLD = Duration.ofMinutes(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

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
                .exchangeToMono(answer -> answer.releaseBody().thenReturn(answer))
                .timeout(LONGEST)
                .flatMap(this::outcome);
    }

    private Mono<Void> outcome(ClientResponse answer) {
        int status = answer.statusCode().value();
        if (answer.statusCode().is2xxSuccessful()) {
            return Mono.empty();
        }
        WebhookFailed failure = new WebhookFailed(status);
        if (FOR_GOOD.contains(status)) {
            return Mono.error(new LetterRefused(failure));
        }
        if (WRONGLY_SET.contains(status)) {
            return Mono.error(CourierAway.wronglySet(failure));
        }
        return Mono.error(
                BUSY.contains(status) ? CourierAway.busy(retryAfter(answer), failure) : failure);
    }

    /** In seconds, or until a time (RFC 9110, 10.2.3). */
    private Duration retryAfter(ClientResponse answer) {
        String told = answer.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (told == null) {
            return UNTOLD;
        }
        if (SECONDS.matcher(told.strip()).matches()) {
            return Duration.ofSeconds(Long.parseLong(told.strip()));
        }
        try {
            Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(told.strip(), Instant::from);
            return Duration.between(clock.instant(), until);
        } catch (DateTimeParseException neither) {
            return UNTOLD;
        }
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
