package id.hadir.attendance.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is written down.
 *
 * @param verifier what its signatures are checked with: the public key, or the secret of an HMAC
 * @param retiredAt since when another one signs; what it signed stays valid
 * @param withdrawnAt since when nothing that it signed is valid
 */
record TicketKey(
        String kid,
        Signature signature,
        byte[] verifier,
        Instant createdAt,
        @Nullable Instant retiredAt,
        @Nullable Instant withdrawnAt) {

    static final Duration SIGNS_FOR = Duration.ofDays(90);

    boolean maySignAt(Instant time) {
        return signature == Signature.ED25519
                && retiredAt == null
                && withdrawnAt == null
                && time.isBefore(createdAt.plus(SIGNS_FOR));
    }

    /** Tickets can be checked with it by whoever knows no secret. */
    boolean isPublished() {
        return signature == Signature.ED25519 && withdrawnAt == null;
    }

    /** In base64; null where there is none. */
    @Nullable String publicKey() {
        return signature == Signature.ED25519 ? Base64.getEncoder().encodeToString(verifier) : null;
    }

    boolean signed(TicketQr.Scanned scanned) {
        return withdrawnAt == null
                && signature == scanned.by()
                && kid.equals(scanned.kid())
                && signature.isOf(scanned.signed(), scanned.signature(), verifier);
    }
}
