package id.hadir.attendance.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.ServiceTest;
import id.hadir.kit.secret.SealedSecrets;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Several services on one database, each of which is a replica. */
@ServiceTest
class TicketKeyTests {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final TicketQr QR = new TicketQr(UUID.randomUUID(), TicketCode.random());

    @Autowired private TicketKeyStore store;
    @Autowired private SealedSecrets secrets;
    @Autowired private DatabaseClient database;

    @BeforeEach
    void noKeys() {
        database.sql("delete from ticket_key").then().block();
    }

    @Test
    void replicasThatStartAtOnceBelieveEachOther() {
        List<Tickets> replicas = IntStream.range(0, 6).mapToObj(_ -> replicaAt(NOW)).toList();
        List<String> signed =
                Objects.requireNonNull(
                        Flux.fromIterable(replicas)
                                .flatMap(one -> signing(one).subscribeOn(Schedulers.parallel()))
                                .collectList()
                                .block());
        Tickets late = replicaAt(NOW);
        signed.forEach(text -> assertThat(late.verify(text).block()).isEqualTo(QR));
        assertThat(count("retired_at is null")).isEqualTo(1);
    }

    @Test
    void afterNinetyDaysANewKeySignsAndTheOldOneIsBelieved() {
        String before = signedBy(replicaAt(NOW));
        Instant stillGood = NOW.plus(TicketKey.SIGNS_FOR).minusSeconds(1);
        assertThat(signedBy(replicaAt(stillGood))).isEqualTo(before);

        Tickets later = replicaAt(NOW.plus(TicketKey.SIGNS_FOR));
        assertThat(signedBy(later)).isNotEqualTo(before);
        assertThat(later.verify(before).block()).isEqualTo(QR);
        assertThat(count("retired_at is not null")).isEqualTo(1);
    }

    @Test
    void aKeyThatAnotherReplicaHasJustMadeIsLookedUp() {
        Ticking clock = new Ticking();
        Tickets first = new Tickets(store, secrets, clock);
        signedBy(first);
        Tickets second = replicaAt(NOW.plus(TicketKey.SIGNS_FOR));
        String signed = signedBy(second);
        assertThat(first.verify(signed).block()).isNull();
        clock.now = NOW.plusSeconds(1);
        assertThat(first.verify(signed).block()).isEqualTo(QR);
    }

    @Test
    void whatWasSignedWithASecretOfBeforeIsStillBelieved() throws GeneralSecurityException {
        byte[] secret = {4, 5, 6};
        database.sql(
                        "insert into ticket_key (kid, algorithm, secret, created_at) values"
                                + " ('0a0b0c', 'HmacSHA256', :secret, now())")
                .bind("secret", ByteBuffer.wrap(secret))
                .then()
                .block();
        Tickets tickets = replicaAt(NOW);
        assertThat(tickets.verify(TicketTests.earlier("0a0b0c", QR, secret)).block()).isEqualTo(QR);
        assertThat(signedBy(tickets)).startsWith("HADIR2:");
    }

    /** The operator has changed the secret: tickets go on, and those of before are believed. */
    @Test
    void aKeyThatCannotBeOpenedIsReplaced() {
        String before = signedBy(replicaAt(NOW));
        database.sql("update ticket_key set sealed_key = :other")
                .bind("other", ByteBuffer.wrap(new byte[64]))
                .then()
                .block();
        Tickets tickets = replicaAt(NOW);
        assertThat(signedBy(tickets)).isNotEqualTo(before);
        assertThat(tickets.verify(before).block()).isEqualTo(QR);
    }

    @Test
    void theDatabaseHasNoPrivateKeyInTheOpen() {
        SigningKey key = SigningKey.random();
        byte[] sealed = Objects.requireNonNull(secrets.seal(key.seed()).block());
        store.replace(key, sealed, NOW).block();
        byte[] kept = Objects.requireNonNull(store.sealed(key.kid()).block());
        String seed = HexFormat.of().formatHex(key.seed());
        assertThat(HexFormat.of().formatHex(kept)).doesNotContain(seed);
        assertThat(Arrays.equals(secrets.open(kept).block(), key.seed())).isTrue();
    }

    private Tickets replicaAt(Instant time) {
        return new Tickets(store, secrets, Clock.fixed(time, ZoneOffset.UTC));
    }

    private static Mono<String> signing(Tickets tickets) {
        return tickets.sign(QR.eventId(), QR.code());
    }

    private static String signedBy(Tickets tickets) {
        return Objects.requireNonNull(signing(tickets).block());
    }

    private long count(String condition) {
        return Objects.requireNonNull(
                database.sql("select count(*) from ticket_key where " + condition)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    private static final class Ticking extends Clock {
        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
