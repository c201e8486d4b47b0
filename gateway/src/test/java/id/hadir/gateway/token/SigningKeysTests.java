package id.hadir.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.test.PostgresForTests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;

class SigningKeysTests extends GatewayTest {

    private static final Instant NOON = Instant.parse("2027-08-11T12:00:00Z");

    @Autowired SigningKeyStore store;
    @Autowired Audit audit;
    @Autowired TransactionalOperator transaction;
    @Autowired Environment environment;

    @BeforeEach
    void forgetKeys() {
        database.sql("delete from signing_key").then().block();
    }

    @Test
    void replicasThatStartAtOnceShareOneKey() {
        int replicas = 10;
        List<String> kids =
                Flux.range(0, replicas)
                        .flatMap(_ -> replica(NOON).current().map(SigningKey::kid), replicas)
                        .collectList()
                        .block();

        assertThat(kids).hasSize(replicas).containsOnly(Objects.requireNonNull(kids).getFirst());
        assertThat(published(NOON)).hasSize(1);
    }

    @Test
    void afterADayANewKeySignsAndTheOldOneIsPublishedUntilItsTokensAreDead() {
        String first = signing(NOON);
        Instant nextDay = NOON.plus(SigningKeys.SIGNS_FOR);
        assertThat(signing(nextDay.minusSeconds(1))).isEqualTo(first);

        String second = signing(nextDay);
        assertThat(second).isNotEqualTo(first);
        assertThat(published(nextDay)).containsExactlyInAnyOrder(first, second);

        Instant dayAfter = nextDay.plus(SigningKeys.SIGNS_FOR);
        String third = signing(dayAfter);
        assertThat(published(dayAfter)).containsExactlyInAnyOrder(second, third);
    }

    /** What the last second of a key signs lives as long as its JWT, plus a replica's memory. */
    @Test
    void keyOutlivesWhatItSigned() {
        assertThat(SigningKeys.PUBLISHED_FOR)
                .isGreaterThan(SigningKeys.SIGNS_FOR.plus(JwtMint.LIFETIME).plusMinutes(2));
        assertThat(JwtMint.LIFETIME).isLessThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void lastKnownKeyGoesOnSigningWhileTheDatabaseIsAway() {
        SigningKeys keys = replica(NOON);
        String kid = Objects.requireNonNull(keys.current().block()).kid();
        PostgresForTests.Database server = PostgresForTests.of(environment);
        server.execute("alter table signing_key rename to signing_key_away");
        try {
            assertThat(keys.current().map(SigningKey::kid).block()).isEqualTo(kid);
            assertThat(keys.fresh().map(SigningKey::kid).block()).isEqualTo(kid);
        } finally {
            server.execute("alter table signing_key_away rename to signing_key");
        }
    }

    private SigningKeys replica(Instant now) {
        return new SigningKeys(store, audit, transaction, Clock.fixed(now, ZoneOffset.UTC));
    }

    private String signing(Instant now) {
        return Objects.requireNonNull(replica(now).current().block()).kid();
    }

    private Set<String> published(Instant now) {
        return Set.copyOf(
                Objects.requireNonNull(
                        replica(now).published().map(SigningKey::kid).collectList().block()));
    }
}
