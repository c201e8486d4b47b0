package id.hadir.attendance.ticket;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signs the QR of tickets, and tells a genuine one from a forged one. */
@Component
public class Tickets {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);
    private static final int SECRET_BYTES = 32;
    private static final int KID_BYTES = 3;

    private final Mono<List<TicketKey>> keys;

    Tickets(TicketKeyStore store) {
        keys =
                store.newestFirst()
                        .filter(found -> !found.isEmpty())
                        .switchIfEmpty(
                                Mono.defer(
                                        () ->
                                                store.add(random(KID_BYTES), secret())
                                                        .then(store.newestFirst())))
                        .cache(_ -> LOOK_AGAIN, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** The text that the QR shows. */
    public Mono<String> sign(UUID eventId, UUID registrationId, TicketCode code) {
        return keys.map(
                all -> new TicketQr(eventId, registrationId, code).signedBy(all.getFirst()));
    }

    /** Empty for a text that none of this system's keys has signed. */
    public Mono<TicketQr> verify(String scanned) {
        return keys.mapNotNull(all -> TicketQr.verify(scanned, all));
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
