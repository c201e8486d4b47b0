package id.hadir.kit.security;

import id.hadir.kit.feed.FeedKey;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.problem.ProblemHandler;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/**
 * Import it to accept requests of the gateway alone, as the service's {@link AccessTable} allows.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecuritySettings.class)
public class KitSecurity implements WebFluxConfigurer {

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new ActorArgument());
    }

    @Bean
    ReactiveJwtDecoder gatewayTokens(SecuritySettings settings, Clock clock) {
        return new GatewayTokens(settings.jwksUri(), clock);
    }

    @Bean
    AnswerGuard answerGuard() {
        return new AnswerGuard();
    }

    @Bean
    ServerWebExchangeFirewall checkOnArrival() {
        return firewall();
    }

    /**
     * Checks a request once, on arrival. What Spring Security would hand on checks each header once
     * more whenever it is read, by regular expressions; Netty has refused what is no header before.
     */
    public static ServerWebExchangeFirewall firewall() {
        ServerWebExchangeFirewall strict = new StrictServerWebExchangeFirewall();
        return exchange -> strict.getFirewalledExchange(exchange).thenReturn(exchange);
    }

    @Bean
    SecurityWebFilterChain services(
            ServerHttpSecurity http,
            AccessTable table,
            ObjectProvider<FeedKey> feedKey,
            Environment environment,
            ProblemHandler problems) {
        return http.authorizeExchange(
                        exchanges -> {
                            exchanges.matchers(new ManagementPort(environment)).permitAll();
                            feedKey.ifAvailable(key -> serveFeeds(exchanges, key));
                            exchanges.anyExchange().access(table::authorize);
                        })
                .oauth2ResourceServer(
                        server ->
                                server.jwt(
                                                jwt ->
                                                        jwt.jwtAuthenticationConverter(
                                                                token ->
                                                                        Mono.just(
                                                                                ActorAuthentication
                                                                                        .of(
                                                                                                token))))
                                        .authenticationEntryPoint(new SignInRequired(problems)))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(new SignInRequired(problems))
                                        .accessDeniedHandler(denied(table, problems)))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAfter(csrfFilter(problems), SecurityWebFiltersOrder.AUTHORIZATION)
                .headers(ServerHttpSecurity.HeaderSpec::disable) // AnswerGuard writes them
                .csrf(ServerHttpSecurity.CsrfSpec::disable) // CsrfFilter knows the gateway's token
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .build();
    }

    /** Refuses here, where it is known who is signed in: the page sends the form again as them. */
    private static WebFilter csrfFilter(ProblemHandler problems) {
        CsrfFilter csrf = new CsrfFilter();
        return (exchange, chain) ->
                csrf.filter(exchange, chain)
                        .onErrorResume(
                                CsrfFilter::isRefusal,
                                refusal -> problems.handle(exchange, refusal));
    }

    private static void serveFeeds(AuthorizeExchangeSpec exchanges, FeedKey key) {
        exchanges
                .pathMatchers(HttpMethod.GET, "/feeds/**")
                .access(
                        (_, context) ->
                                Mono.just(
                                        new AuthorizationDecision(
                                                key.isShownBy(
                                                        context.getExchange().getRequest()))));
    }

    /** The gateway's token for nobody is "not signed in"; what has no row does not exist. */
    private static ServerAccessDeniedHandler denied(AccessTable table, ProblemHandler problems) {
        return (exchange, denied) ->
                ActorArgument.current()
                        .flatMap(
                                actor -> {
                                    if (!table.knowsPath(exchange)) {
                                        return problems.handle(exchange, Problem.notFound());
                                    }
                                    if (table.row(exchange).isEmpty()) {
                                        return problems.handle(exchange, methodNotAllowed());
                                    }
                                    if (actor.isSignedIn()) {
                                        return problems.handle(exchange, Problem.forbidden());
                                    }
                                    return new SignInRequired(problems)
                                            .commence(
                                                    exchange,
                                                    new InsufficientAuthenticationException(
                                                            "nobody"));
                                });
    }

    private static Problem methodNotAllowed() {
        return Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
    }
}
