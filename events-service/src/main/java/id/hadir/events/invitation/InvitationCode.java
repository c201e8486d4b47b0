package id.hadir.events.invitation;

import org.jspecify.annotations.Nullable;

/**
 * Ten characters of Crockford's base32 (50 random bits), stored bare and in upper case: with a
 * million invitations, one of a thousand million tries finds one. Read without regard to case,
 * dashes and blanks, with O for 0 and I or L for 1.
 */
public record InvitationCode(String bare) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;

    /** Null when it can be no code at all. */
    public static @Nullable InvitationCode parse(String typed) {
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
        return code.length() == LENGTH ? new InvitationCode(code.toString()) : null;
    }

    private static char readAs(char c) {
        char upper = c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
        return switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> upper;
        };
    }

    /** "ABCDE-FGHJK", as it is shown and read aloud. */
    public String shown() {
        return bare.substring(0, 5) + "-" + bare.substring(5);
    }
}
