package id.hadir.attendance.ticket;

import id.hadir.kit.secret.SealedSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signs the QR of tickets, and tells a genuine one from a forged one. */
@Component
public class Tickets {

    private static final Logger log = LoggerFactory.getLogger(Tickets.class);

    /** A key that was withdrawn is believed for so long, on replicas that did not do it. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    /** For a key that another replica has only just made. */
    private static final Duration LOOK_FOR_UNKNOWN = Duration.ofSeconds(1);

    private final TicketKeyStore store;
    private final SealedSecrets secrets;
    private final Clock clock;
    private volatile Mono<TicketKeys> keys;

    Tickets(TicketKeyStore store, SealedSecrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
        this.keys = look();
    }

    /**
     * The text that the QR shows. Signing is 25 µs of processor time wherever it is asked for: for
     * a batch of 50 registrations 1.3 ms, on the threads that {@code Registering} answers on, while
     * the next batch is at the database.
     */
    public Mono<String> sign(UUID eventId, TicketCode code) {
        return keys().map(all -> new TicketQr(eventId, code).signedBy(all.signing()));
    }

    /** Empty for a text that none of this system's keys has signed. */
    public Mono<TicketQr> verify(String scanned) {
        TicketQr.Scanned read = TicketQr.read(scanned);
        return read == null
                ? Mono.empty()
                : keys().flatMap(
                                all ->
                                        all.find(read.kid()) == null
                                                ? newerThan(all)
                                                : Mono.just(all))
                        .mapNotNull(all -> all.verify(read));
    }

    Mono<TicketKeys> keys() {
        return Mono.defer(() -> keys);
    }

    /**
     * The keys by which a desk tells a genuine ticket alone, {@code kid:base64} parted by blanks.
     */
    public Mono<String> publicKeys() {
        return keys().map(TicketKeys::published);
    }

    private Mono<TicketKeys> newerThan(TicketKeys read) {
        if (clock.instant().isBefore(read.readAt().plus(LOOK_FOR_UNKNOWN))) {
            return Mono.just(read);
        }
        return lookAgain();
    }

    Mono<TicketKeys> lookAgain() {
        keys = look();
        return keys;
    }

    private Mono<TicketKeys> look() {
        return Mono.defer(this::read)
                .cache(_ -> LOOK_AGAIN, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    private Mono<TicketKeys> read() {
        return current()
                .switchIfEmpty(Mono.defer(this::renew).then(Mono.defer(this::current)))
                .switchIfEmpty(
                        Mono.error(() -> new IllegalStateException("no key to sign tickets with")));
    }

    /** Empty when no key may sign any more, or the one that may cannot be opened. */
    private Mono<TicketKeys> current() {
        Instant now = clock.instant();
        return store.newestFirst()
                .flatMap(
                        all ->
                                Mono.justOrEmpty(
                                                all.stream()
                                                        .filter(key -> key.maySignAt(now))
                                                        .findAny())
                                        .flatMap(this::open)
                                        .map(signing -> new TicketKeys(all, signing, now)));
    }

    private Mono<SigningKey> open(TicketKey key) {
        return store.sealed(key.kid())
                .flatMap(secrets::open)
                .map(seed -> new SigningKey(key.kid(), seed))
                .onErrorResume(
                        IllegalStateException.class,
                        failure -> {
                            log.error(
                                    "the key of tickets cannot be opened: {}", failure.toString());
                            return Mono.empty();
                        });
    }

    private Mono<Void> renew() {
        SigningKey next = SigningKey.random();
        return secrets.seal(next.seed())
                .flatMap(seed -> store.replace(next, seed, clock.instant()))
                .doOnSuccess(_ -> log.info("a new key signs tickets"));
    }
}
