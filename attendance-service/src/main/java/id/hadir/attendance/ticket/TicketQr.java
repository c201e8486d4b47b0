package id.hadir.attendance.ticket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The text of the QR: {@code HADIR1.<kid>.<base64url(event id, registration id, code)>.<base64url
 * signature>}. The signature covers everything before it.
 */
public record TicketQr(UUID eventId, UUID registrationId, TicketCode code) {

    static final String PREFIX = "HADIR1.";

    private static final int PAYLOAD_BYTES = 40;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    public static boolean looksLikeOne(String scanned) {
        return scanned.startsWith(PREFIX);
    }

    String signedBy(TicketKey key) {
        byte[] payload =
                ByteBuffer.allocate(PAYLOAD_BYTES)
                        .putLong(eventId.getMostSignificantBits())
                        .putLong(eventId.getLeastSignificantBits())
                        .putLong(registrationId.getMostSignificantBits())
                        .putLong(registrationId.getLeastSignificantBits())
                        .putLong(code.bits())
                        .array();
        String text = PREFIX + key.kid() + "." + ENCODER.encodeToString(payload);
        return text
                + "."
                + ENCODER.encodeToString(key.sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Null when none of the keys signed it. */
    static @Nullable TicketQr verify(String scanned, List<TicketKey> keys) {
        String[] parts = scanned.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        for (TicketKey key : keys) {
            if (key.kid().equals(parts[1])) {
                return read(
                        scanned.substring(0, scanned.lastIndexOf('.')), parts[2], parts[3], key);
            }
        }
        return null;
    }

    private static @Nullable TicketQr read(
            String signed, String payload, String signature, TicketKey key) {
        try {
            byte[] expected = key.sign(signed.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = DECODER.decode(payload);
            if (bytes.length != PAYLOAD_BYTES
                    || !MessageDigest.isEqual(expected, DECODER.decode(signature))) {
                return null;
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new TicketQr(
                    new UUID(buffer.getLong(), buffer.getLong()),
                    new UUID(buffer.getLong(), buffer.getLong()),
                    TicketCode.fromBits(buffer.getLong()));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
