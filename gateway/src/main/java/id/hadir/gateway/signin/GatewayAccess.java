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
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.hadir.kit.security.AccessTable;
import id.hadir.kit.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call what the gateway answers itself. What has no row here is passed on to a service, or
 * does not exist. Each unsafe row asks a browser session for its CSRF token, but for signing in,
 * where there is no session yet: see {@link SameSiteFilter}.
 */
@Configuration(proxyBeanMethods = false)
class GatewayAccess {

    /** As the handlers match: an encoded letter is the letter. */
    private static final PathPattern SIGN_IN =
            PathPatternParser.defaultInstance.parse(SignInPages.PATH + "/**");

    private static final Role[] ALL_ACCOUNTS = {ADMIN, ORGANISER, DESK, OFFICIAL};

    @Bean
    AccessTable accessTable() {
        return AccessTable.rows()
                .allow(POST, "/api/tokens", PUBLIC, ANYONE)
                .allow(DELETE, "/api/tokens/current", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(GET, "/api/account", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(PUT, "/api/account/password", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(GET, "/api/account/tokens", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(POST, "/api/account/tokens", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(DELETE, "/api/account/tokens/{id}", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(GET, "/api/account/sessions", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(DELETE, "/api/account/sessions/{id}", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(POST, "/api/account/second-factor", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(PUT, "/api/account/second-factor", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(DELETE, "/api/account/second-factor", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(GET, "/api/accounts", ALL, ADMIN)
                .allow(POST, "/api/accounts", ALL, ADMIN)
                .allow(POST, "/api/accounts/search", ALL, ADMIN)
                .allow(GET, "/api/accounts/{id}", ALL, ADMIN)
                .allow(PATCH, "/api/accounts/{id}", ALL, ADMIN)
                .allow(PUT, "/api/accounts/{id}/password", ALL, ADMIN)
                .allow(DELETE, "/api/accounts/{id}/sign-ins", ALL, ADMIN)
                .allow(DELETE, "/api/accounts/{id}/second-factor", ALL, ADMIN)
                .allow(GET, "/api/openapi.json", PUBLIC, ANYONE)
                .allow(GET, "/health", PUBLIC, ANYONE)
                .allow(GET, SignInPages.PATH, PUBLIC, ANYONE)
                .allow(POST, SignInPages.PATH, PUBLIC, ANYONE)
                .allow(GET, SecondStepPages.CODE, PUBLIC, ANYONE)
                .allow(POST, SecondStepPages.CODE, PUBLIC, ANYONE)
                .allow(GET, SecondStepPages.ENROL, PUBLIC, ANYONE)
                .allow(POST, SecondStepPages.ENROL, PUBLIC, ANYONE)
                .allow(GET, "/masuk/oidc", PUBLIC, ANYONE)
                .allow(GET, "/masuk/oidc/kembali", PUBLIC, ANYONE)
                .allow(POST, "/masuk/oidc/keluar", PUBLIC, ANYONE)
                .allow(POST, "/keluar", OWN_ACCOUNT, ANYONE)
                .allow(GET, "/akun", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(POST, "/akun/kata-sandi", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(POST, "/akun/perangkat/{id}/akhiri", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(GET, "/akun/token", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(POST, "/akun/token", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(POST, "/akun/token/{id}/cabut", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(GET, "/akun/dua-langkah", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(POST, "/akun/dua-langkah", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(POST, "/akun/dua-langkah/kode", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(POST, "/akun/dua-langkah/hapus", OWN_ACCOUNT, ALL_ACCOUNTS)
                .allow(GET, "/admin/akun", ALL, ADMIN)
                .allow(POST, "/admin/akun", ALL, ADMIN)
                .allow(GET, "/admin/akun/baru", ALL, ADMIN)
                .allow(POST, "/admin/akun/baru", ALL, ADMIN)
                .allow(GET, "/admin/akun/{id}", ALL, ADMIN)
                .allow(POST, "/admin/akun/{id}", ALL, ADMIN)
                .allow(POST, "/admin/akun/{id}/kata-sandi", ALL, ADMIN)
                .allow(POST, "/admin/akun/{id}/keluarkan", ALL, ADMIN)
                .allow(POST, "/admin/akun/{id}/dua-langkah/hapus", ALL, ADMIN)
                .allow(GET, "/api/audit/akun", ALL, ADMIN)
                .allow(GET, "/api/audit/akun/export", ALL, ADMIN)
                .allow(GET, "/api/audit/akun/verify", ALL, ADMIN)
                .allow(GET, "/admin/jejak/akun", ALL, ADMIN)
                .build();
    }

    /** Whether a person signs in by this request, with {@code /masuk} or a step below it. */
    static boolean isSignIn(ServerWebExchange exchange) {
        return SIGN_IN.matches(exchange.getRequest().getPath().pathWithinApplication());
    }
}
