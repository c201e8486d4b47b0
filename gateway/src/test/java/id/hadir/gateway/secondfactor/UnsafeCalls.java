package id.hadir.gateway.secondfactor;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import id.hadir.gateway.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Calls of rows of the access table. Each is prepared first, for a new account; what it gives then
 * is the call itself, which answers with the status.
 */
abstract class UnsafeCalls extends SecondFactorTest {

    final Map<String, Supplier<IntSupplier>> calls = new HashMap<>();
    String username = "";
    String account = "";

    /** A row of the API that is about the caller's own account. */
    void on(HttpMethod method, String path, Supplier<Map<String, String>> body) {
        calls.put(
                method + " " + path,
                () -> acting(method, path, tokenOf(username, PASSWORD), body.get()));
    }

    /** A row of the API that is about somebody else's account, who has an app and is signed in. */
    void byAdmin(HttpMethod method, String below, @Nullable Object body) {
        calls.put(
                method + " /api/accounts/{id}" + below,
                () -> {
                    enrol(username);
                    return acting(method, "/api/accounts/" + account + below, adminToken(), body);
                });
    }

    void page(String path, String... fields) {
        calls.put(
                "POST " + path,
                () -> {
                    Browser browser = signedIn();
                    return () -> submit(browser, path, fields);
                });
    }

    void adminPage(String below, String... fields) {
        calls.put(
                "POST /admin/akun/{id}" + below,
                () -> {
                    Browser admin = admin();
                    return () -> submit(admin, "/admin/akun/" + account + below, fields);
                });
    }

    Browser signedIn() {
        return new Browser(http).signIn(username, PASSWORD);
    }

    Browser admin() {
        return new Browser(http).signIn("admin", ADMIN_PASSWORD);
    }

    IntSupplier acting(HttpMethod method, String path, String token, @Nullable Object body) {
        return () -> status(call(method, path, token, body));
    }

    static int submit(Browser browser, String path, String... fields) {
        return browser.post(path, fields).status();
    }

    static int status(WebTestClient.ResponseSpec response) {
        return response.expectBody().returnResult().getStatus().value();
    }

    static Map<String, String> newToken() {
        return Map.of(
                "name",
                "arsip",
                "password",
                PASSWORD,
                "expiresAt",
                Instant.now().plus(Duration.ofDays(7)).toString());
    }

    /** The id of a new token of the same account. */
    String made(String token) {
        return String.valueOf(
                Objects.requireNonNull(
                                call(POST, "/api/account/tokens", token, newToken())
                                        .expectBody(Map.class)
                                        .returnResult()
                                        .getResponseBody())
                        .get("id"));
    }

    /** The id of another browser's session of the same account. */
    String session(String token) {
        signedIn();
        Map<?, ?> sessions = answer(call(GET, "/api/account/sessions", token, null));
        return String.valueOf(((Map<?, ?>) ((List<?>) sessions.get("items")).getFirst()).get("id"));
    }

    /** An app that waits for its first code. */
    Phone begun(Browser browser) {
        String page = browser.post("/akun/dua-langkah", "password", PASSWORD).body();
        String secret = page.replaceAll("(?s).*id=\"secret\">([A-Z2-7 ]+)<.*", "$1");
        return new Phone(read(secret.replace(" ", "")), List.of());
    }

    static String newName() {
        return "baru-" + UUID.randomUUID().toString().substring(0, 8);
    }

    long entriesAfter(long last) {
        return number(
                database.sql(
                                """
                                select count(*) from audit_entry
                                where id > :last and address = '127.0.0.1' and actor <> ''
                                """)
                        .bind("last", last));
    }

    static long number(DatabaseClient.GenericExecuteSpec query) {
        return query.mapValue(Long.class).one().blockOptional().orElseThrow();
    }
}
