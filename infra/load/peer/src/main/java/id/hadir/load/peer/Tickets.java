package id.hadir.load.peer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Draws the codes of tickets, and signs what their QR shows as attendance-service does. */
@Component
class Tickets {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int SIGNATURE_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Tickets() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    String newCode() {
        long bits = random.nextLong();
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt((int) (bits >>> (5 * i)) & 31));
        }
        return code.toString();
    }

    /** "ABCD-EFGH-JKMN". */
    static String shown(String code) {
        return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
    }

    String qr(UUID eventId, UUID registrationId, String code) {
        byte[] ids =
                ByteBuffer.allocate(32)
                        .putLong(eventId.getMostSignificantBits())
                        .putLong(eventId.getLeastSignificantBits())
                        .putLong(registrationId.getMostSignificantBits())
                        .putLong(registrationId.getLeastSignificantBits())
                        .array();
        String text = "HADIR1.peer." + BASE64.encodeToString(ids) + code;
        byte[] signature = sign(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + BASE64.encodeToString(Arrays.copyOf(signature, SIGNATURE_BYTES));
    }

    private byte[] sign(byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
