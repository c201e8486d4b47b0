package id.hadir.attendance.ticket;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** How tickets are signed, and were before. */
enum Signature {
    /** The key is the public one, 32 bytes. */
    ED25519("Ed25519") {
        @Override
        boolean isOf(byte[] message, byte[] signature, byte[] key) {
            Ed25519Signer verifier = new Ed25519Signer();
            verifier.init(false, new Ed25519PublicKeyParameters(key));
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(signature);
        }
    },

    /** HMAC-SHA256 cut to 128 bits; the key is the secret. */
    HMAC("HmacSHA256") {
        @Override
        boolean isOf(byte[] message, byte[] signature, byte[] key) {
            try {
                Mac mac = Mac.getInstance(code());
                mac.init(new SecretKeySpec(key, code()));
                return MessageDigest.isEqual(
                        Arrays.copyOf(mac.doFinal(message), HMAC_BYTES), signature);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    static final int ED25519_BYTES = 64;
    private static final int HMAC_BYTES = 16;

    private final String code;

    Signature(String code) {
        this.code = code;
    }

    abstract boolean isOf(byte[] message, byte[] signature, byte[] key);

    /** As the database and the API name it. */
    String code() {
        return code;
    }

    static Signature ofCode(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }
}
