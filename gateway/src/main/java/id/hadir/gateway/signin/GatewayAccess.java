package id.hadir.gateway.signin;

import static id.hadir.kit.security.Role.ADMIN;
import static id.hadir.kit.security.Role.ANYONE;
import static id.hadir.kit.security.Role.DESK;
import static id.hadir.kit.security.Role.OFFICIAL;
import static id.hadir.kit.security.Role.ORGANISER;
import static id.hadir.kit.security.Scope.ALL;
import static id.hadir.kit.security.Scope.OWN_ACCOUNT;
import static id.hadir.kit.security.Scope.PUBLIC;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import id.hadir.kit.security.AccessTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who may call what the gateway answers itself. What has no row here is passed on to a service, or
 * does not exist. Each unsafe row asks a browser session for its CSRF token, but for signing in,
 * where there is no session yet: see {@link SameSiteFilter}.
 */
@Configuration(proxyBeanMethods = false)
class GatewayAccess {

    @Bean
    AccessTable accessTable() {
        return AccessTable.rows()
                .allow(POST, "/api/tokens", PUBLIC, ANYONE)
                .allow(DELETE, "/api/tokens/current", OWN_ACCOUNT, ADMIN, ORGANISER, DESK, OFFICIAL)
                .allow(GET, "/api/account", OWN_ACCOUNT, ADMIN, ORGANISER, DESK, OFFICIAL)
                .allow(POST, "/api/accounts", ALL, ADMIN)
                .allow(GET, "/api/openapi.json", PUBLIC, ANYONE)
                .allow(GET, "/health", PUBLIC, ANYONE)
                .allow(GET, SignInPages.PATH, PUBLIC, ANYONE)
                .allow(POST, SignInPages.PATH, PUBLIC, ANYONE)
                .allow(POST, "/keluar", OWN_ACCOUNT, ANYONE)
                .allow(GET, "/akun", OWN_ACCOUNT, ADMIN, ORGANISER, DESK, OFFICIAL)
                .build();
    }

    /** Whether a person signs in by this request, with {@code /masuk} or a step below it. */
    static boolean isSignIn(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return path.equals(SignInPages.PATH) || path.startsWith(SignInPages.PATH + "/");
    }
}
