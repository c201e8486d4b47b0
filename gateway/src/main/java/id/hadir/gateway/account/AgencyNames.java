package id.hadir.gateway.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.hadir.gateway.edge.ServiceSettings;
import id.hadir.gateway.token.JwtMint;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * Asks events-service for the name of an agency. Not on a hot path: once when an account is made,
 * and again when its owner looks at it only while the name is unknown. Fails for an agency that
 * does not exist, and with nothing else: an account works without the name.
 */
@Component
class AgencyNames {

    private static final Logger log = LoggerFactory.getLogger(AgencyNames.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** More would be no choice; an agency's id may still be given. */
    private static final int MOST = 200;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Agencies(@Nullable List<Agency> items) {}

    private final WebClient events;
    private final JwtMint mint;

    AgencyNames(ServiceSettings services, JwtMint mint) {
        this.events = WebClient.create(services.events().toString());
        this.mint = mint;
    }

    Mono<String> find(String agencyId, Actor caller) {
        return mint.tokenFor(caller)
                .flatMap(jwt -> ask(agencyId, jwt))
                .timeout(PATIENCE)
                .filter(agency -> agencyId.equals(agency.id()))
                .switchIfEmpty(Mono.error(AgencyNames::unknown))
                .onErrorMap(WebClientResponseException.NotFound.class, _ -> unknown())
                .map(Agency::name)
                .onErrorResume(
                        failure -> !(failure instanceof Problem),
                        failure -> {
                            log.warn("no name for agency {}: {}", agencyId, failure.toString());
                            return Mono.empty();
                        });
    }

    /** To choose from; empty while events-service does not answer, and when there are too many. */
    Mono<List<Agency>> all(Actor caller) {
        return mint.tokenFor(caller)
                .flatMap(
                        jwt ->
                                events.get()
                                        .uri("/api/agencies?limit={most}", MOST)
                                        .headers(headers -> headers.setBearerAuth(jwt))
                                        .retrieve()
                                        .bodyToMono(Agencies.class))
                .timeout(PATIENCE)
                .mapNotNull(Agencies::items)
                .filter(agencies -> agencies.size() < MOST)
                .onErrorResume(
                        failure -> {
                            log.warn("no list of agencies: {}", failure.toString());
                            return Mono.empty();
                        })
                .defaultIfEmpty(List.of());
    }

    private static Problem unknown() {
        return Problem.invalid("agencyId", "unknown-agency");
    }

    private Mono<Agency> ask(String agencyId, String jwt) {
        return events.get()
                .uri("/api/agencies/{id}", agencyId)
                .headers(headers -> headers.setBearerAuth(jwt))
                .retrieve()
                .bodyToMono(Agency.class);
    }
}
