package id.hadir.attendance.ticket;

import org.jspecify.annotations.Nullable;

/** Crockford's base32: all of its characters are among the alphanumeric ones of a QR code. */
final class Base32 {

    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;

    private Base32() {}

    /** The last character is filled up with zeros. */
    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(length(bytes.length));
        int pending = 0;
        int bits = 0;
        for (byte next : bytes) {
            pending = pending << Byte.SIZE | (next & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt(pending >>> bits & 31));
            }
            pending &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(pending << BITS - bits));
        }
        return text.toString();
    }

    /**
     * As {@link #encode} writes it and in no other way: a QR is not typed by hand, and one text
     * says one thing.
     *
     * @return null when the text is none of that many bytes
     */
    static byte @Nullable [] decode(String text, int length) {
        if (text.length() != length(length)) {
            return null;
        }
        byte[] bytes = new byte[length];
        int pending = 0;
        int bits = 0;
        int filled = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return null;
            }
            pending = pending << BITS | digit;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[filled++] = (byte) (pending >>> bits);
            }
            pending &= (1 << bits) - 1;
        }
        return pending == 0 ? bytes : null;
    }

    private static int length(int bytes) {
        return (bytes * Byte.SIZE + BITS - 1) / BITS;
    }
}
