package id.hadir.kit.listing;

import id.hadir.kit.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sort key of a list's last row, opaque to the caller. Each key is written by itself, so that
 * it may hold any text.
 */
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = ".";

    public static Cursor of(String... keys) {
        return new Cursor(List.of(keys));
    }

    /** Reads what {@link #toString} wrote; anything else is 422 on the field {@code cursor}. */
    public static Cursor parse(String text) {
        return new Cursor(
                Arrays.stream(text.split(Pattern.quote(SEPARATOR), -1)).map(Cursor::read).toList());
    }

    /** PostgreSQL has no text with a NUL. */
    private static String read(String key) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(key);
            String read =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (read.indexOf('\0') < 0) {
                return read;
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
        return keys.stream().map(Cursor::written).collect(Collectors.joining(SEPARATOR));
    }

    private static String written(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
