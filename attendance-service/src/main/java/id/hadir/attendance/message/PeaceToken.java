package id.hadir.attendance.message;

import id.hadir.kit.secret.SealedSecrets;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What the link that ends reminders carries: which registration, sealed, so that nobody makes one
 * up and nobody learns from it whose it is.
 */
@Component
class PeaceToken {

    /** What else is sealed with the same key is no such token. */
    private static final byte PURPOSE = 'p';

    private static final int LENGTH = 1 + 4 * Long.BYTES;
    private static final int LONGEST = 200;

    private final SealedSecrets secrets;

    PeaceToken(SealedSecrets secrets) {
        this.secrets = secrets;
    }

    Mono<String> of(Recipient recipient) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH).put(PURPOSE);
        put(bytes, recipient.eventId());
        put(bytes, recipient.registrationId());
        return secrets.seal(bytes.array())
                .map(Base64.getUrlEncoder().withoutPadding()::encodeToString);
    }

    /** Empty for what is none of ours. */
    Mono<Recipient> read(String token) {
        return token.length() > LONGEST
                ? Mono.empty()
                : Mono.fromCallable(() -> Base64.getUrlDecoder().decode(token))
                        .flatMap(secrets::open)
                        .onErrorComplete(PeaceToken::isForged)
                        .filter(bytes -> bytes.length == LENGTH && bytes[0] == PURPOSE)
                        .map(bytes -> recipient(ByteBuffer.wrap(bytes, 1, LENGTH - 1)));
    }

    /** The encryptor says all that is wrong with a text by these. */
    private static boolean isForged(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException
                || failure instanceof IndexOutOfBoundsException;
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static Recipient recipient(ByteBuffer bytes) {
        return new Recipient(
                new UUID(bytes.getLong(), bytes.getLong()),
                new UUID(bytes.getLong(), bytes.getLong()));
    }
}
