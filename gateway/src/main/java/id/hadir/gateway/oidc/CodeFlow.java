package id.hadir.gateway.oidc;

import id.hadir.gateway.signin.Credential;
import id.hadir.gateway.signin.HostCookie;
import id.hadir.kit.problem.Problem;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.DefaultReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The authorization code flow with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1). A request
 * is found again by its state together with a cookie of the browser that made it, once.
 */
@Component
@WhenConfigured
class CodeFlow {

    /** Whom the provider vouches for, and where the person wanted to go. */
    record Vouched(OidcUser user, String returnTo) {}

    static final Duration TIME = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(CodeFlow.class);

    private final Discovery discovery;
    private final PendingRequestStore requests;
    private final Clock clock;
    private final DefaultServerOAuth2AuthorizationRequestResolver resolver;
    private final WebClient http = ProviderClient.create();

    CodeFlow(Discovery discovery, PendingRequestStore requests, Clock clock) {
        this.discovery = discovery;
        this.requests = requests;
        this.clock = clock;
        this.resolver =
                new DefaultServerOAuth2AuthorizationRequestResolver(
                        _ -> discovery.provider().map(Provider::registration));
        resolver.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    /** Where the browser has to go; fails with {@code sso-unavailable}. */
    Mono<URI> begin(ServerWebExchange exchange, String returnTo) {
        Credential browser = Credential.random();
        return resolver.resolve(exchange, Discovery.REGISTRATION)
                .delayUntil(request -> keep(browser, request, returnTo))
                .doOnNext(
                        _ ->
                                exchange.getResponse()
                                        .addCookie(
                                                HostCookie.PROVIDER.of(
                                                        exchange.getRequest(),
                                                        browser.secret(),
                                                        TIME)))
                .map(request -> URI.create(request.getAuthorizationRequestUri()));
    }

    private Mono<Void> keep(
            Credential browser, OAuth2AuthorizationRequest request, String returnTo) {
        PendingRequest pending = PendingRequest.of(request, returnTo);
        return requests.add(
                key(browser.secret(), pending.state()), pending, clock.instant().plus(TIME));
    }

    /** Fails with {@code sso-over}, {@code sso-failed} or {@code sso-unavailable}. */
    Mono<Vouched> finish(ServerWebExchange exchange) {
        MultiValueMap<String, String> told = exchange.getRequest().getQueryParams();
        String browser = HostCookie.PROVIDER.read(exchange.getRequest());
        String state = told.getFirst("state");
        if (browser == null || state == null) {
            return Mono.error(over());
        }
        return requests.take(key(browser, state))
                .switchIfEmpty(Mono.error(CodeFlow::over))
                .doOnNext(
                        _ ->
                                exchange.getResponse()
                                        .addCookie(
                                                HostCookie.PROVIDER.removed(exchange.getRequest())))
                .flatMap(
                        pending ->
                                discovery
                                        .provider()
                                        .flatMap(found -> redeem(found, pending, told))
                                        .map(user -> new Vouched(user, pending.returnTo())));
    }

    private Mono<OidcUser> redeem(
            Provider provider, PendingRequest pending, MultiValueMap<String, String> told) {
        String code = told.getFirst("code");
        if (code == null || isAnothers(told.getFirst("iss"), provider)) {
            return Mono.error(failed());
        }
        OAuth2AuthorizationResponse response =
                OAuth2AuthorizationResponse.success(code)
                        .redirectUri(pending.redirectUri())
                        .state(pending.state())
                        .build();
        return manager(provider)
                .authenticate(
                        new OAuth2AuthorizationCodeAuthenticationToken(
                                provider.registration(),
                                new OAuth2AuthorizationExchange(
                                        pending.of(provider.registration()), response)))
                .map(authenticated -> (OidcUser) authenticated.getPrincipal())
                .timeout(ProviderClient.PATIENCE.multipliedBy(2))
                .doOnError(
                        failure -> log.warn("nobody came by the OIDC provider: {}", "" + failure))
                .onErrorMap(CodeFlow::problem);
    }

    /** RFC 9207; a provider need not say it. */
    private static boolean isAnothers(@Nullable String issuer, Provider provider) {
        return issuer != null
                && !issuer.equals(provider.registration().getProviderDetails().getIssuerUri());
    }

    private ReactiveAuthenticationManager manager(Provider provider) {
        var tokens = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        tokens.setWebClient(http);
        var claims = new DefaultReactiveOAuth2UserService();
        claims.setWebClient(http);
        var users = new OidcReactiveOAuth2UserService();
        users.setOauth2UserService(claims);
        var manager = new OidcAuthorizationCodeReactiveAuthenticationManager(tokens, users);
        manager.setJwtDecoderFactory(_ -> provider.idTokens());
        return manager;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    Mono<Void> forgetOld() {
        return requests.removeExpired();
    }

    private static ByteBuffer key(String browser, String state) {
        return new Credential(browser + '.' + state).hash();
    }

    private static Problem problem(Throwable failure) {
        return failure instanceof AuthenticationException && !isUnreachable(failure)
                ? failed()
                : Discovery.unavailable();
    }

    private static boolean isUnreachable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WebClientException) {
                return true;
            }
        }
        return false;
    }

    private static Problem over() {
        return Problem.of(HttpStatus.BAD_REQUEST, "sso-over");
    }

    private static Problem failed() {
        return Problem.of(HttpStatus.FORBIDDEN, "sso-failed");
    }
}
