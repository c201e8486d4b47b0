package id.hadir.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.Browser;
import id.hadir.gateway.GatewayTest;
import id.hadir.kit.security.AccessTable;
import id.hadir.kit.security.AccessTable.Row;
import id.hadir.kit.security.CsrfFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/**
 * Every unsafe row of the gateway's table, and one that it passes on, called in the name of a
 * session by what is no page of that session. An administrator may call all of them.
 */
class CsrfMatrixTests extends GatewayTest {

    private static final String HEADER = CsrfFilter.HEADER;

    @Autowired AccessTable table;

    @Test
    void whatNoPageOfTheSessionSendsIsRefused() {
        Browser browser = new Browser(http).signIn("admin", ADMIN_PASSWORD);
        Map<String, Map<String, String>> forgeries = new LinkedHashMap<>();
        forgeries.put("no token", Map.of());
        forgeries.put("another token", Map.of(HEADER, "x".repeat(43)));
        forgeries.put("an empty token", Map.of(HEADER, ""));
        forgeries.put("foreign origin", with(browser, "Origin", "https://evil.example"));
        forgeries.put("no origin told", with(browser, "Origin", "null"));
        forgeries.put("cross-site", with(browser, "Sec-Fetch-Site", "cross-site"));
        forgeries.put("same-site", with(browser, "Sec-Fetch-Site", "same-site"));
        List<String> passed = new ArrayList<>();
        for (Row row : unsafe()) {
            forgeries.forEach(
                    (name, headers) -> {
                        for (MediaType type : types()) {
                            int status = status(row, browser, headers, type);
                            if (status != 403) {
                                passed.add("%s %s %s: %d".formatted(row, type, name, status));
                            }
                        }
                    });
        }
        assertThat(passed).isEmpty();
        assertThat(browser.get("/akun").status()).isEqualTo(200);
    }

    @Test
    void whatAPageOfTheSessionSendsGoesThrough() {
        List<String> refused = new ArrayList<>();
        for (Row row : unsafe()) {
            Browser browser = new Browser(http).signIn("admin", ADMIN_PASSWORD);
            Map<String, String> own = with(browser, "Sec-Fetch-Site", "same-origin");
            int status = status(row, browser, own, MediaType.APPLICATION_JSON);
            if (status == 403) {
                refused.add(row.method() + " " + row.pattern());
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void whatIsPassedOnIsNotForeign() {
        Browser browser = new Browser(http).signIn("admin", ADMIN_PASSWORD);
        int before = EVENTS.count();
        for (Map<String, String> foreign :
                List.of(
                        with(browser, "Origin", "https://evil.example"),
                        with(browser, "Sec-Fetch-Site", "cross-site"))) {
            for (String path : List.of("/panitia/baru", "/api/events")) {
                assertThat(post(path, browser, foreign)).as(path + foreign).isEqualTo(403);
            }
        }
        assertThat(EVENTS.count()).isEqualTo(before);
        assertThat(post("/panitia/baru", browser, Map.of())).isEqualTo(200);
    }

    /** Signing in has no session yet; {@link SameSiteFilter} alone guards it. */
    private List<Row> unsafe() {
        List<Row> unsafe =
                table.asList().stream()
                        .filter(row -> !CsrfFilter.isSafe(row.method()))
                        .filter(row -> !row.pattern().startsWith(SignInPages.PATH))
                        .toList();
        assertThat(unsafe).hasSizeGreaterThan(20);
        return unsafe;
    }

    private static List<MediaType> types() {
        return List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED);
    }

    private static Map<String, String> with(Browser browser, String header, String value) {
        return Map.of(HEADER, browser.csrf(), header, value);
    }

    private int status(Row row, Browser browser, Map<String, String> headers, MediaType type) {
        var request =
                http.method(row.method())
                        .uri(row.pattern().replaceAll("\\{[^}]+}", "0"))
                        .cookies(all -> browser.cookies().forEach(all::add))
                        .contentType(type);
        headers.forEach(request::header);
        return request.bodyValue(type == MediaType.APPLICATION_JSON ? "{}" : "a=b")
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private int post(String path, Browser browser, Map<String, String> headers) {
        var request = http.post().uri(path).cookies(all -> browser.cookies().forEach(all::add));
        headers.forEach(request::header);
        return request.exchange().expectBody().returnResult().getStatus().value();
    }
}
