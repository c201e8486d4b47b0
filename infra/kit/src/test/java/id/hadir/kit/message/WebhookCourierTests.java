package id.hadir.kit.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookCourierTests {

    private static final String SECRET = "a-secret-of-thirty-two-characters";
    private static final Instant NOW = Instant.parse("2031-08-08T02:00:00Z");
    private static final Letter LETTER =
            new Letter(
                    UUID.randomUUID(),
                    "+6281234567890",
                    "Pengingat",
                    "Yth. Siti – Ré",
                    null,
                    null,
                    new About(
                            "reminder-days",
                            "Siti",
                            "http://localhost:8080/tiket/ABC",
                            UUID.randomUUID(),
                            "Netralitas ASN",
                            NOW));

    private final AtomicReference<String> signature = new AtomicReference<>();
    private final AtomicReference<byte[]> body = new AtomicReference<>();
    private HttpServer gateway;
    private int answer = 200;
    private @Nullable String retryAfter;

    @BeforeEach
    void aGateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext(
                "/",
                exchange -> {
                    signature.set(exchange.getRequestHeaders().getFirst(WebhookCourier.SIGNATURE));
                    body.set(exchange.getRequestBody().readAllBytes());
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    if (retryAfter != null) {
                        exchange.getResponseHeaders().add("Retry-After", retryAfter);
                    }
                    exchange.sendResponseHeaders(answer, -1);
                    exchange.close();
                });
        gateway.start();
    }

    @AfterEach
    void end() {
        gateway.stop(0);
    }

    @Test
    void theGatewayCanTellThatItIsOursAndHowOld() throws Exception {
        courier().deliver(LETTER).block();
        String time = String.valueOf(NOW.getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
        assertThat(signature.get())
                .isEqualTo(
                        "t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body.get())));
        JsonNode sent = JsonMapper.shared().readTree(body.get());
        assertThat(sent.path("id").stringValue()).isEqualTo(LETTER.id().toString());
        assertThat(sent.path("kind").stringValue()).isEqualTo("reminder-days");
        assertThat(sent.at("/to/phone").stringValue()).isEqualTo("+6281234567890");
        assertThat(sent.at("/to/name").stringValue()).isEqualTo("Siti");
        assertThat(sent.path("text").stringValue()).isEqualTo("Yth. Siti – Ré");
        assertThat(sent.path("url").stringValue()).isEqualTo("http://localhost:8080/tiket/ABC");
        assertThat(sent.at("/event/title").stringValue()).isEqualTo("Netralitas ASN");
        assertThat(sent.at("/event/startsAt").stringValue()).isEqualTo(NOW.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 500, 502})
    void whatMayBeMendedIsTriedAgain(int status) {
        answer = status;
        assertThatThrownBy(() -> courier().deliver(LETTER).block())
                .isInstanceOf(WebhookCourier.WebhookFailed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void whatTheGatewayWillNotTakeIsNot(int status) {
        answer = status;
        assertThatThrownBy(() -> courier().deliver(LETTER).block())
                .isInstanceOf(LetterRefused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void aGatewayThatIsWronglySetTakesNoLetterForAWhile(int status) {
        answer = status;
        assertThat(away().mayBeTheLetters()).isTrue();
        assertThat(away().pause()).isEqualTo(CourierAway.UNTIL_MENDED);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "429, 120, 120",
                "503, 'Fri, 08 Aug 2031 02:02:00 GMT', 120",
                "429, 0, 1",
                "503, 'Fri, 08 Aug 2031 01:00:00 GMT', 1",
                "429, 86400, 900",
                "503, later, 60",
                "429, -, 60",
            })
    void aBusyGatewayIsLeftAloneForAsLongAsItSaysWithinReason(
            int status, @Nullable String told, int seconds) {
        answer = status;
        retryAfter = told;
        assertThat(away().mayBeTheLetters()).isFalse();
        assertThat(away().pause()).hasSeconds(seconds);
    }

    private CourierAway away() {
        return catchThrowableOfType(CourierAway.class, () -> courier().deliver(LETTER).block());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://gateway.example",
                "ftp://127.0.0.1",
                "https:/x",
                "gateway",
                "file:/x"
            })
    void whatIsNeitherByTlsNorHereIsNoGateway(String url) {
        assertThatThrownBy(() -> new WebhookSettings(url, SECRET))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGatewayHasASecretAndNoneHasNone() {
        assertThatThrownBy(() -> new WebhookSettings("https://gateway.example", "short"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatCode(() -> new WebhookSettings("https://gateway.example/in", SECRET))
                .doesNotThrowAnyException();
        assertThat(Channels.of(new WebhookSettings("", null)).names()).containsExactly("email");
        assertThat(Channels.of(new WebhookSettings("http://127.0.0.1:1", SECRET)).names())
                .containsExactly("email", "webhook");
    }

    private WebhookCourier courier() {
        String url = "http://127.0.0.1:" + gateway.getAddress().getPort() + "/";
        return new WebhookCourier(
                new WebhookSettings(url, SECRET),
                WebClient.create(),
                JsonMapper.shared(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
