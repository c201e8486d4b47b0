package id.hadir.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.hadir.kit.test.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** The gateway's keys change while a service runs. */
class KeyRotationTests {

    private static final Instant NOON = Instant.parse("2027-08-11T12:00:00Z");
    private static final ECKey FIRST = key("first");
    private static final ECKey SECOND = key("second");

    private final AtomicInteger readings = new AtomicInteger();
    private final MovableClock clock = new MovableClock();
    private volatile List<ECKey> published = List.of(FIRST);
    private volatile boolean isDown;
    private HttpServer gateway;
    private GatewayTokens tokens;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        gateway.createContext("/jwks", this::answer);
        gateway.start();
        tokens =
                new GatewayTokens(
                        URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/jwks"),
                        clock);
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void aNewKeyIsTakenWithItsFirstToken() {
        assertThat(isTaken(token(FIRST))).isTrue();
        clock.pass(PublicKeys.PAUSE);
        published = List.of(SECOND, FIRST);

        assertThat(isTaken(token(SECOND))).isTrue();
        assertThat(isTaken(token(FIRST))).isTrue();
        assertThat(readings).hasValue(2);
    }

    @Test
    void tokensOfAKnownKeyAskTheGatewayForNothing() {
        for (int i = 0; i < 20; i++) {
            assertThat(isTaken(token(FIRST, "user-" + i))).isTrue();
        }
        assertThat(readings).hasValue(1);
    }

    @Test
    void aFloodOfUnknownKeysReadsOnce() {
        assertThat(isTaken(token(FIRST))).isTrue();
        clock.pass(PublicKeys.PAUSE);

        List<Boolean> taken =
                Flux.range(0, 200)
                        .flatMap(
                                i ->
                                        tokens.decode(token(key("made-up-" + i)))
                                                .hasElement()
                                                .onErrorReturn(false),
                                50)
                        .collectList()
                        .block();

        assertThat(taken).hasSize(200).containsOnly(false);
        assertThat(readings).hasValue(2);
    }

    /** Also for a token that was verified before, and goes on living for minutes. */
    @Test
    void aWithdrawnKeyDiesWithinMinutes() {
        String remembered = token(FIRST);
        assertThat(isTaken(remembered)).isTrue();
        published = List.of(SECOND);

        clock.pass(PublicKeys.TRUSTED_FOR.minusSeconds(1));
        assertThat(isTaken(remembered)).as("not looked for yet").isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(isTaken(remembered)).isFalse();
        assertThat(isTaken(token(FIRST, "another"))).isFalse();
        assertThat(isTaken(token(SECOND))).isTrue();
        assertThat(PublicKeys.TRUSTED_FOR).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void knownKeysGoOnWhileTheGatewayDoesNotTell() {
        assertThat(isTaken(token(FIRST))).isTrue();
        isDown = true;
        clock.pass(PublicKeys.TRUSTED_FOR);

        assertThat(isTaken(token(FIRST))).isTrue();
        assertThat(isTaken(token(SECOND))).isFalse();
    }

    @Test
    void aServiceThatStartsBeforeTheGatewayAsksAgain() {
        isDown = true;
        assertThat(isTaken(token(FIRST))).isFalse();
        isDown = false;
        clock.pass(PublicKeys.PAUSE);

        assertThat(isTaken(token(FIRST))).isTrue();
    }

    private boolean isTaken(String token) {
        return Boolean.TRUE.equals(tokens.decode(token).hasElement().onErrorReturn(false).block());
    }

    private String token(ECKey key) {
        return token(key, "siti");
    }

    private String token(ECKey key, String username) {
        return TestTokens.sign(
                key,
                new JWTClaimsSet.Builder()
                        .issuer("hadir-gateway")
                        .audience("hadir")
                        .subject(username)
                        .claim("role", "official")
                        .expirationTime(Date.from(NOON.plus(Duration.ofHours(1))))
                        .build());
    }

    private void answer(HttpExchange exchange) throws IOException {
        readings.incrementAndGet();
        List<JWK> keys = published.stream().<JWK>map(ECKey::toPublicJWK).toList();
        byte[] json = new JWKSet(keys).toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(isDown ? 503 : 200, json.length);
        try (var body = exchange.getResponseBody()) {
            body.write(json);
        }
    }

    private static ECKey key(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final class MovableClock extends Clock {

        private volatile Instant now = NOON;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
