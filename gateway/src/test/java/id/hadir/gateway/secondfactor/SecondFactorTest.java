package id.hadir.gateway.secondfactor;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.hadir.gateway.GatewayTest;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What all tests of second factors do: hold a phone with an authenticator app. */
abstract class SecondFactorTest extends GatewayTest {

    private static final String PATH = "/api/account/second-factor";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** The app on the phone. */
    record Phone(Totp totp, List<String> recoveryCodes) {

        String code() {
            return totp.code(Totp.stepAt(Instant.now()));
        }
    }

    /** Sets up an app and lets time go by until its code is a fresh one. */
    Phone enrol(String username) {
        String token = tokenOf(username, PASSWORD);
        Totp totp = begin(token);
        String code = totp.code(Totp.stepAt(Instant.now()));
        Map<?, ?> recovery = answer(call(PUT, PATH, token, Map.of("code", code)));
        laterThanAllCodes(username);
        return new Phone(
                totp,
                ((List<?>) Objects.requireNonNull(recovery.get("recoveryCodes")))
                        .stream().map(String::valueOf).toList());
    }

    /** The secret that waits for its first code. */
    Totp begin(String token) {
        Map<?, ?> begun = answer(call(POST, PATH, token, Map.of("password", PASSWORD)));
        return read(String.valueOf(begun.get("secret")));
    }

    void laterThanAllCodes(String username) {
        database.sql(
                        """
                        update second_factor set last_step = 0 where account_id in
                            (select id from account where username = :username)
                        """)
                .bind("username", username)
                .then()
                .block();
    }

    WebTestClient.ResponseSpec signIn(String username, @Nullable String code) {
        Map<String, @Nullable String> attempt = new HashMap<>();
        attempt.put("username", username);
        attempt.put("password", PASSWORD);
        attempt.put("code", code);
        return http.post().uri("/api/tokens").bodyValue(attempt).exchange();
    }

    static Totp read(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        long bits = 0;
        for (int i = 0; i < base32.length(); i++) {
            bits = (bits << 5) | BASE32.indexOf(base32.charAt(i));
            if (i % 8 == 7) {
                bytes.put((byte) (bits >> 32)).putInt((int) bits);
            }
        }
        return Totp.of(bytes.array());
    }

    static Map<?, ?> answer(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectStatus()
                        .isOk()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody());
    }
}
