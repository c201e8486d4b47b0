package id.hadir.attendance.ticket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the QR of a ticket says: the code finds the registration, the event tells a ticket of
 * another one before anything is looked up.
 */
public record TicketQr(UUID eventId, TicketCode code) {

    /**
     * {@code HADIR2:} and Crockford's base32 of key id (3 bytes), event id (16), code (8) and
     * Ed25519 signature (64) over everything before it, this prefix included. 153 characters, all
     * of them alphanumeric ones of a QR code: version 6-M holds 154.
     */
    private static final String PREFIX = "HADIR2:";

    /**
     * {@code HADIR1.<kid>.<base64url(event id, registration id, code)>.<base64url signature>}, on
     * paper since the first release: signed with HMAC, read for ever, issued no more.
     */
    private static final String FIRST_PREFIX = "HADIR1.";

    private static final int KID_BYTES = 3;
    private static final int SIGNED_BYTES = KID_BYTES + 16 + 8;
    private static final int FIRST_PAYLOAD_BYTES = 16 + 16 + 8;
    private static final HexFormat HEX = HexFormat.of();

    /** A QR as it was scanned: whether that key signed it is still to be seen. */
    record Scanned(TicketQr says, Signature by, String kid, byte[] signed, byte[] signature) {}

    public static boolean looksLikeOne(String scanned) {
        return scanned.startsWith(PREFIX) || scanned.startsWith(FIRST_PREFIX);
    }

    String signedBy(SigningKey key) {
        byte[] body =
                ByteBuffer.allocate(SIGNED_BYTES)
                        .put(HEX.parseHex(key.kid()))
                        .putLong(eventId.getMostSignificantBits())
                        .putLong(eventId.getLeastSignificantBits())
                        .putLong(code.bits())
                        .array();
        byte[] signature = key.sign(prefixed(body));
        byte[] whole = Arrays.copyOf(body, body.length + signature.length);
        System.arraycopy(signature, 0, whole, body.length, signature.length);
        return PREFIX + Base32.encode(whole);
    }

    /** Null when it can be no ticket at all. */
    static @Nullable Scanned read(String scanned) {
        if (scanned.startsWith(PREFIX)) {
            return readSecond(scanned.substring(PREFIX.length()));
        }
        return scanned.startsWith(FIRST_PREFIX) ? readFirst(scanned) : null;
    }

    private static @Nullable Scanned readSecond(String base32) {
        byte[] whole = Base32.decode(base32, SIGNED_BYTES + Signature.ED25519_BYTES);
        if (whole == null) {
            return null;
        }
        byte[] body = Arrays.copyOf(whole, SIGNED_BYTES);
        ByteBuffer after = ByteBuffer.wrap(body).position(KID_BYTES);
        return new Scanned(
                new TicketQr(uuid(after), TicketCode.fromBits(after.getLong())),
                Signature.ED25519,
                HEX.formatHex(body, 0, KID_BYTES),
                prefixed(body),
                Arrays.copyOfRange(whole, SIGNED_BYTES, whole.length));
    }

    private static @Nullable Scanned readFirst(String scanned) {
        String[] parts = scanned.split("\\.", 5);
        if (parts.length != 4) {
            return null;
        }
        try {
            byte[] payload = base64(parts[2]);
            if (payload.length != FIRST_PAYLOAD_BYTES) {
                return null;
            }
            ByteBuffer buffer = ByteBuffer.wrap(payload);
            UUID event = uuid(buffer);
            uuid(buffer); // of the registration, which the code finds too
            String signed = scanned.substring(0, scanned.lastIndexOf('.'));
            return new Scanned(
                    new TicketQr(event, TicketCode.fromBits(buffer.getLong())),
                    Signature.HMAC,
                    parts[1],
                    signed.getBytes(StandardCharsets.UTF_8),
                    base64(parts[3]));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /**
     * As the encoder writes it and in no other way: bits left over at the end are nought.
     *
     * @throws IllegalArgumentException when it is not written so
     */
    private static byte[] base64(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException();
        }
        return bytes;
    }

    /** The prefix binds the signature to this purpose. */
    private static byte[] prefixed(byte[] body) {
        byte[] prefix = PREFIX.getBytes(StandardCharsets.US_ASCII);
        byte[] message = Arrays.copyOf(prefix, prefix.length + body.length);
        System.arraycopy(body, 0, message, prefix.length, body.length);
        return message;
    }

    private static UUID uuid(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
