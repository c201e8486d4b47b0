package id.hadir.materials.ticket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The short code of a ticket: 12 characters of Crockford's base32. The copy knows its hash alone.
 *
 * @param value upper case, without dashes
 */
public record TicketCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final String QR_PREFIX = "HADIR1.";
    private static final int QR_BYTES = 16 + 16 + 8;
    private static final int QR_CODE_AT = 16 + 16;

    /**
     * Reads what a person typed (in any case, with dashes or blanks, O for 0, I or L for 1) or what
     * a QR holds. The QR's signature need not be looked at: the code in it must be right anyway.
     */
    public static Optional<TicketCode> read(String text) {
        return text.startsWith(QR_PREFIX) ? readQr(text) : readTyped(text);
    }

    private static Optional<TicketCode> readTyped(String text) {
        String code =
                text.toUpperCase(Locale.ROOT)
                        .replaceAll("[-\\s]", "")
                        .replace('O', '0')
                        .replaceAll("[IL]", "1");
        return code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                ? Optional.of(new TicketCode(code))
                : Optional.empty();
    }

    private static Optional<TicketCode> readQr(String text) {
        String[] parts = text.split("\\.", 5);
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(parts[2]);
            return payload.length == QR_BYTES
                    ? Optional.of(ofNumber(ByteBuffer.wrap(payload).getLong(QR_CODE_AT)))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The code's 60 bits, five to a character, the first character highest. */
    private static TicketCode ofNumber(long bits) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int shift = 5 * (LENGTH - 1); shift >= 0; shift -= 5) {
            code.append(ALPHABET.charAt((int) (bits >>> shift) & 31));
        }
        return new TicketCode(code.toString());
    }

    /** SHA-256 of the code in hex, as the registrations feed tells it. */
    String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha256.digest(value.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
    }

    /** As it is read aloud and printed: {@code ABCD-EFGH-JKMN}. */
    public String grouped() {
        return value.substring(0, 4) + "-" + value.substring(4, 8) + "-" + value.substring(8);
    }

    /** A code is a credential: never in a log. */
    @Override
    public String toString() {
        return "TicketCode[…]";
    }
}
