package id.hadir.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import id.hadir.kit.security.AccessTable;
import id.hadir.kit.security.AccessTable.Row;
import id.hadir.kit.security.Role;
import id.hadir.kit.test.ProtectiveHeaders;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Calls every row of the gateway's own table: a new endpoint is under test with its row. */
class GatewayAccessTests extends GatewayTest {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Autowired AccessTable table;

    private final Map<Role, String> accounts = new EnumMap<>(Role.class);
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    @Test
    void eachRowLetsInWhomItNamesAndNobodyElse() {
        List<String> wrong = new ArrayList<>();
        for (Row row : table.asList()) {
            for (Role role : Role.values()) {
                var answer = call(row, role);
                boolean denied =
                        role == Role.ANYONE ? isAskedToSignIn(answer) : isForbidden(answer);
                if (denied == row.lets(role)
                        || !ProtectiveHeaders.missing(answer.getResponseHeaders()).isEmpty()) {
                    wrong.add(row.method() + " " + row.pattern() + " as " + role + ": " + answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aSignInFromAnotherSiteIsRefusedAtEachOfItsSteps() {
        for (String step :
                List.of("/masuk", "/masuk/a-later-step", "/%6Dasuk", "/%6Dasuk/a-later-step")) {
            http.post()
                    .uri(builder -> URI.create(builder.build() + step))
                    .header("Sec-Fetch-Site", "cross-site")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    private EntityExchangeResult<byte[]> call(Row row, Role role) {
        WebTestClient.RequestBodySpec request = http.method(row.method()).uri(path(row));
        if (role != Role.ANYONE) {
            String token = token(role);
            request.headers(headers -> headers.setBearerAuth(token));
        }
        return SAFE.contains(row.method())
                ? request.exchange().expectBody().returnResult()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{}")
                        .exchange()
                        .expectBody()
                        .returnResult();
    }

    private static String path(Row row) {
        return row.pattern().replaceAll("\\{[^}]+}", "0");
    }

    private static boolean isForbidden(EntityExchangeResult<byte[]> answer) {
        return answer.getStatus().value() == 403;
    }

    private static boolean isAskedToSignIn(EntityExchangeResult<byte[]> answer) {
        HttpStatusCode status = answer.getStatus();
        String target = String.valueOf(answer.getResponseHeaders().getLocation());
        return status.value() == 401
                || (status.is3xxRedirection() && target.startsWith("/masuk?ke="));
    }

    /** A call may have ended the token before. */
    private String token(Role role) {
        String known = tokens.get(role);
        if (known == null || !isAlive(known)) {
            known = role == Role.ADMIN ? adminToken() : tokenOf(account(role), PASSWORD);
            tokens.put(role, known);
        }
        return known;
    }

    private String account(Role role) {
        return accounts.computeIfAbsent(role, wanted -> accountWithRole(wanted.code()));
    }
}
