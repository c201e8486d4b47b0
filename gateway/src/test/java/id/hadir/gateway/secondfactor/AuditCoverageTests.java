package id.hadir.gateway.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.hadir.gateway.Browser;
import id.hadir.kit.security.AccessTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every unsafe row of the gateway's table, called with success, leaves an entry in the audit with
 * who did it and from where.
 */
class AuditCoverageTests extends UnsafeCalls {

    private static final String NEW_PASSWORD = "delapan belas agustus";

    /** These search, or begin what counts for nothing before its next step. */
    private static final Set<String> NOTHING_DONE =
            Set.of(
                    "POST /admin/akun",
                    "POST /api/accounts/search",
                    "POST /akun/dua-langkah",
                    "POST /api/account/second-factor");

    /** What these do is tried where a provider, or a required second factor, is set up. */
    private static final Set<String> ELSEWHERE =
            Set.of("POST /masuk/oidc/keluar", "POST /masuk/dua-langkah");

    @Autowired AccessTable table;

    @BeforeEach
    void calls() {
        ofSignIns();
        ofOwnAccount();
        ofOwnPages();
        ofAccounts();
        ofAccountPages();
    }

    @Test
    void everyRowThatDoesSomethingIsTried() {
        Set<String> rows = new TreeSet<>();
        table.asList().stream()
                .filter(row -> !row.method().equals(GET))
                .forEach(row -> rows.add(row.method() + " " + row.pattern()));
        rows.removeAll(NOTHING_DONE);
        rows.removeAll(ELSEWHERE);
        assertThat(calls.keySet()).isEqualTo(rows);
    }

    @Test
    void whatIsDoneIsInTheAuditWithWhoDidItAndFromWhere() {
        List<String> faults = new ArrayList<>();
        calls.forEach(
                (row, call) -> {
                    username = accountWithRole("desk");
                    account = idOf(username).toString();
                    IntSupplier prepared = call.get();
                    long last = number(database.sql("select max(id) from audit_entry"));
                    int status = prepared.getAsInt();
                    if (status >= 400) {
                        faults.add(row + " failed with " + status);
                    } else if (entriesAfter(last) == 0) {
                        faults.add(row + " left nothing");
                    }
                });
        assertThat(faults).isEmpty();
    }

    private void ofSignIns() {
        calls.put("POST /api/tokens", () -> () -> status(signIn(username, null)));
        on(DELETE, "/api/tokens/current", () -> null);
        calls.put(
                "POST /masuk",
                () ->
                        () ->
                                submit(
                                        new Browser(http),
                                        "/masuk",
                                        "username",
                                        username,
                                        "password",
                                        PASSWORD));
        calls.put(
                "POST /masuk/kode",
                () -> {
                    Phone phone = enrol(username);
                    Browser browser = new Browser(http);
                    browser.post("/masuk", "username", username, "password", PASSWORD);
                    return () -> submit(browser, "/masuk/kode", "code", phone.code());
                });
        page("/keluar");
    }

    private void ofOwnAccount() {
        on(
                PUT,
                "/api/account/password",
                () -> Map.of("current", PASSWORD, "password", NEW_PASSWORD));
        on(POST, "/api/account/tokens", UnsafeCalls::newToken);
        calls.put(
                "DELETE /api/account/tokens/{id}",
                () -> {
                    String token = tokenOf(username, PASSWORD);
                    return acting(DELETE, "/api/account/tokens/" + made(token), token, null);
                });
        calls.put(
                "DELETE /api/account/sessions/{id}",
                () -> {
                    String token = tokenOf(username, PASSWORD);
                    return acting(DELETE, "/api/account/sessions/" + session(token), token, null);
                });
        calls.put(
                "PUT /api/account/second-factor",
                () -> {
                    String token = tokenOf(username, PASSWORD);
                    String code = new Phone(begin(token), List.of()).code();
                    return acting(PUT, "/api/account/second-factor", token, Map.of("code", code));
                });
        calls.put(
                "DELETE /api/account/second-factor",
                () -> {
                    Phone phone = enrol(username);
                    Map<?, ?> signedIn = answer(signIn(username, phone.code()));
                    laterThanAllCodes(username);
                    return acting(
                            DELETE,
                            "/api/account/second-factor",
                            String.valueOf(signedIn.get("token")),
                            Map.of("password", PASSWORD, "code", phone.code()));
                });
    }

    private void ofOwnPages() {
        page("/akun/kata-sandi", "current", PASSWORD, "password", NEW_PASSWORD);
        page("/akun/token", "name", "arsip", "days", "7", "password", PASSWORD);
        calls.put(
                "POST /akun/token/{id}/cabut",
                () -> {
                    Browser browser = signedIn();
                    String id = made(tokenOf(username, PASSWORD));
                    return () -> submit(browser, "/akun/token/" + id + "/cabut");
                });
        calls.put(
                "POST /akun/perangkat/{id}/akhiri",
                () -> {
                    String other = session(tokenOf(username, PASSWORD));
                    Browser browser = signedIn();
                    return () -> submit(browser, "/akun/perangkat/" + other + "/akhiri");
                });
        calls.put(
                "POST /akun/dua-langkah/kode",
                () -> {
                    Browser browser = signedIn();
                    Phone phone = begun(browser);
                    return () -> submit(browser, "/akun/dua-langkah/kode", "code", phone.code());
                });
        calls.put(
                "POST /akun/dua-langkah/hapus",
                () -> {
                    Browser browser = signedIn();
                    Phone phone = begun(browser);
                    browser.post("/akun/dua-langkah/kode", "code", phone.code());
                    browser.get("/akun/dua-langkah");
                    laterThanAllCodes(username);
                    return () ->
                            submit(
                                    browser,
                                    "/akun/dua-langkah/hapus",
                                    "password",
                                    PASSWORD,
                                    "code",
                                    phone.code());
                });
    }

    private void ofAccounts() {
        calls.put(
                "POST /api/accounts",
                () ->
                        acting(
                                POST,
                                "/api/accounts",
                                adminToken(),
                                Map.of(
                                        "username",
                                        newName(),
                                        "password",
                                        PASSWORD,
                                        "name",
                                        "Budi",
                                        "role",
                                        "official")));
        calls.put(
                "PATCH /api/accounts/{id}",
                () -> {
                    String admin = adminToken();
                    return () ->
                            status(
                                    http.method(PATCH)
                                            .uri("/api/accounts/" + account)
                                            .headers(headers -> headers.setBearerAuth(admin))
                                            .header("If-Match", "*")
                                            .bodyValue(Map.of("name", "Dewi"))
                                            .exchange());
                });
        byAdmin(PUT, "/password", Map.of("password", NEW_PASSWORD));
        byAdmin(DELETE, "/sign-ins", null);
        byAdmin(DELETE, "/second-factor", null);
    }

    private void ofAccountPages() {
        String[] form = {"version", "1", "name", "Dewi", "role", "official", "active", "true"};
        calls.put(
                "POST /admin/akun/baru",
                () -> {
                    Browser admin = admin();
                    return () ->
                            submit(
                                    admin,
                                    "/admin/akun/baru",
                                    "username",
                                    newName(),
                                    "name",
                                    "Budi",
                                    "role",
                                    "official",
                                    "password",
                                    PASSWORD);
                });
        adminPage("", form);
        adminPage("/kata-sandi", "password", NEW_PASSWORD);
        adminPage("/keluarkan");
        adminPage("/dua-langkah/hapus");
    }
}
