package id.hadir.gateway.signin;

import id.hadir.gateway.signin.SignIn.Kind;
import id.hadir.kit.problem.ProblemHandler;
import id.hadir.kit.security.AccessTable;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.ActorArgument;
import id.hadir.kit.security.ActorAuthentication;
import id.hadir.kit.security.AnswerGuard;
import id.hadir.kit.security.CsrfFilter;
import id.hadir.kit.security.KitSecurity;
import id.hadir.kit.security.SignInRequired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/**
 * Who may call the gateway's own endpoints. Everything else passes: who may do what there is the
 * service's to decide, from the JWT.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableScheduling
class GatewaySecurity implements WebFluxConfigurer {

    private static final Mono<AuthorizationResult> PASSED_ON =
            Mono.just(new AuthorizationDecision(true));

    private static final Authentication NOBODY = new ActorAuthentication(Actor.ANYONE);

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new ActorArgument());
    }

    @Bean
    AnswerGuard answerGuard() {
        return new AnswerGuard();
    }

    @Bean
    ServerWebExchangeFirewall checkOnArrival() {
        return KitSecurity.firewall();
    }

    @Bean
    SecurityWebFilterChain edge(
            ServerHttpSecurity http, AccessTable own, SignIns signIns, ProblemHandler problems) {
        ReactiveAuthenticationManager tokens = Introspection.of(Kind.TOKEN, signIns);
        ReactiveAuthenticationManager sessions = Introspection.of(Kind.SESSION, signIns);
        ServerAuthenticationEntryPoint signInRequired = new SignInRequired(problems);
        return http.authorizeExchange(
                        exchanges ->
                                exchanges
                                        .anyExchange()
                                        .access((who, context) -> authorize(own, who, context)))
                .oauth2ResourceServer(
                        server ->
                                server.bearerTokenConverter(new CredentialConverter())
                                        .authenticationManagerResolver(
                                                exchange ->
                                                        Mono.just(
                                                                marking(
                                                                        exchange,
                                                                        isToken(exchange)
                                                                                ? tokens
                                                                                : sessions)))
                                        .authenticationEntryPoint(signInRequired)
                                        .authenticationFailureHandler(onlyTokens(signInRequired)))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(signInRequired)
                                        .accessDeniedHandler(forbidden(problems)))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterBefore(new SameSiteFilter(), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterAfter(ownCsrfFilter(own), SecurityWebFiltersOrder.AUTHORIZATION)
                .headers(ServerHttpSecurity.HeaderSpec::disable) // AnswerGuard writes them
                .csrf(ServerHttpSecurity.CsrfSpec::disable) // CsrfFilter has the session's token
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .build();
    }

    private static Mono<AuthorizationResult> authorize(
            AccessTable own, Mono<Authentication> who, AuthorizationContext context) {
        return own.row(context.getExchange()).isPresent()
                ? own.authorize(who.defaultIfEmpty(NOBODY), context)
                : PASSED_ON;
    }

    private static ReactiveAuthenticationManager marking(
            ServerWebExchange exchange, ReactiveAuthenticationManager manager) {
        return credential ->
                manager.authenticate(credential).doOnNext(_ -> SignedIn.mark(exchange));
    }

    private static boolean isToken(ServerWebExchange exchange) {
        return CredentialConverter.kind(exchange) == Kind.TOKEN;
    }

    /** A program is told that its token is dead; an old cookie just means "nobody". */
    private static ServerAuthenticationFailureHandler onlyTokens(
            ServerAuthenticationEntryPoint entryPoint) {
        return (filtered, failure) ->
                isToken(filtered.getExchange())
                        ? entryPoint.commence(filtered.getExchange(), failure)
                        : filtered.getChain().filter(filtered.getExchange());
    }

    private static ServerAccessDeniedHandler forbidden(ProblemHandler problems) {
        return problems::handle;
    }

    /** The bodies of what is passed on go through unread; the service looks for the token. */
    private static WebFilter ownCsrfFilter(AccessTable own) {
        CsrfFilter csrf = new CsrfFilter();
        return (exchange, chain) ->
                !CsrfFilter.isSafe(exchange.getRequest().getMethod())
                                && own.row(exchange).isPresent()
                                && !GatewayAccess.isSignIn(exchange)
                        ? csrf.filter(exchange, chain)
                        : chain.filter(exchange);
    }
}
