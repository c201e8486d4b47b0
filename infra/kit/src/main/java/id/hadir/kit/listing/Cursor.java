package id.hadir.kit.listing;

import id.hadir.kit.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The sort key of a list's last row, opaque to the caller. */
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor of(String... keys) {
        return new Cursor(List.of(keys));
    }

    /** Reads what {@link #toString} wrote; anything else is 422 on the field {@code cursor}. */
    public static Cursor parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String decoded =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (decoded.indexOf('\0') < 0) {
                return new Cursor(List.of(decoded.split(SEPARATOR, -1)));
            }
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            // told below, as any other cursor that is not ours
        }
        throw invalid();
    }

    /** The key at that place; a cursor of another list has fewer and is refused. */
    public String key(int index) {
        if (index >= keys.size()) {
            throw invalid();
        }
        return keys.get(index);
    }

    /** A refusal for a key that does not parse as what the list sorts by. */
    public static Problem invalid() {
        return Problem.invalid("cursor", "invalid-cursor");
    }

    @Override
    public String toString() {
        byte[] bytes = String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
