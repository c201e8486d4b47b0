package id.hadir.attendance.ticket;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that signs tickets: HMAC-SHA256, cut to 128 bits so that the QR stays coarse enough for a
 * cheap camera.
 */
final class TicketKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;

    private final String kid;
    private final SecretKeySpec secret;

    TicketKey(String kid, byte[] secret) {
        this.kid = kid;
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    String kid() {
        return kid;
    }

    byte[] sign(byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
