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
    private static final String QR_PREFIX = "HADIR2:";
    private static final int QR_LENGTH = QR_PREFIX.length() + 146;

    /** Behind the ids of key and event, 19 bytes: the code is bits 156 to 215, five a character. */
    private static final int QR_CODE_FROM = 156 / 5;

    private static final int QR_CODE_TO = 220 / 5;
    private static final int QR_BITS_BEHIND = 220 - 216;

    private static final String FIRST_QR_PREFIX = "HADIR1.";
    private static final int FIRST_QR_BYTES = 16 + 16 + 8;
    private static final int FIRST_QR_CODE_AT = 16 + 16;

    /**
     * Reads what a person typed (in any case, with dashes or blanks, O for 0, I or L for 1) or what
     * a QR holds. The QR's signature need not be looked at: the code in it must be right anyway.
     */
    public static Optional<TicketCode> read(String text) {
        if (text.startsWith(QR_PREFIX)) {
            return readQr(text);
        }
        return text.startsWith(FIRST_QR_PREFIX) ? readFirstQr(text) : readTyped(text);
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
        String base32 = text.substring(QR_PREFIX.length());
        if (text.length() != QR_LENGTH || !base32.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        long number = 0;
        for (int i = QR_CODE_FROM; i < QR_CODE_TO; i++) {
            number = number << 5 | ALPHABET.indexOf(base32.charAt(i));
        }
        return Optional.of(ofNumber(number >>> QR_BITS_BEHIND));
    }

    private static Optional<TicketCode> readFirstQr(String text) {
        String[] parts = text.split("\\.", 5);
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(parts[2]);
            return payload.length == FIRST_QR_BYTES
                    ? Optional.of(ofNumber(ByteBuffer.wrap(payload).getLong(FIRST_QR_CODE_AT)))
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
