package id.hadir.attendance.ticket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Twelve characters of Crockford's base32 (60 random bits), stored bare and in upper case. Shown in
 * groups of four; read without regard to case, dashes and blanks, with O for 0 and I or L for 1.
 */
public record TicketCode(String bare) {

    private static final String ALPHABET = Base32.ALPHABET;
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static TicketCode random() {
        return fromBits(RANDOM.nextLong());
    }

    /** The code whose 60 bits are the lowest of the given ones. */
    static TicketCode fromBits(long bits) {
        char[] code = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            code[i] = ALPHABET.charAt((int) (bits >>> 5 * (LENGTH - 1 - i)) & 31);
        }
        return new TicketCode(new String(code));
    }

    long bits() {
        return bare.chars()
                .mapToLong(ALPHABET::indexOf)
                .reduce(0, (bits, digit) -> bits << 5 | digit);
    }

    /** Null when it can be no code at all. */
    public static @Nullable TicketCode parse(String typed) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '-' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                continue;
            }
            char read = readAs(c);
            if (code.length() == LENGTH || ALPHABET.indexOf(read) < 0) {
                return null;
            }
            code.append(read);
        }
        return code.length() == LENGTH ? new TicketCode(code.toString()) : null;
    }

    private static char readAs(char c) {
        char upper = c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
        return switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> upper;
        };
    }

    /** "ABCD-EFGH-JKMN", as it is shown and read aloud. */
    public String shown() {
        return bare.substring(0, 4) + "-" + bare.substring(4, 8) + "-" + bare.substring(8);
    }

    /** What other services know a ticket by: they see the hash and never the code. */
    public String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(bare.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return shown();
    }
}
