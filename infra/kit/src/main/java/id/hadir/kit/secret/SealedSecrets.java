package id.hadir.kit.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import reactor.core.publisher.Mono;

/** Seals what must be read again and not only compared: AES-256-GCM. */
public class SealedSecrets {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 16;
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Mono<BytesEncryptor> cipher;

    SealedSecrets(SecretSettings settings, SecretKeyStore store) {
        Mono<byte[]> key =
                settings.hasKey()
                        ? Mono.fromSupplier(() -> sha256(String.valueOf(settings.secretKey())))
                        : Mono.defer(() -> store.findOrKeep(random()));
        this.cipher =
                key.map(SealedSecrets::encryptor)
                        .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    public Mono<byte[]> seal(byte[] secret) {
        return cipher.map(with -> with.encrypt(secret));
    }

    /** Fails for what was sealed with another key. */
    public Mono<byte[]> open(byte[] sealed) {
        return cipher.map(with -> with.decrypt(sealed));
    }

    private static BytesEncryptor encryptor(byte[] key) {
        return new AesBytesEncryptor(
                new SecretKeySpec(key, "AES"),
                KeyGenerators.secureRandom(NONCE_BYTES),
                CipherAlgorithm.GCM);
    }

    private static byte[] random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
