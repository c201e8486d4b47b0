package id.hadir.events.event;

import id.hadir.kit.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * For which versions of an event a change is meant: the header {@code If-Match} (RFC 9110, 13.1.1),
 * whose tags are the versions in quotes. A proxy that compresses may have made a tag weak.
 */
public record IfMatch(List<String> tags) {

    public static final IfMatch ANY = new IfMatch(List.of("*"));

    public static IfMatch version(long version) {
        return new IfMatch(List.of(tag(version)));
    }

    /**
     * @throws Problem 428 without the header
     */
    public static IfMatch required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problem.of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
        }
        return optional(header);
    }

    public static IfMatch optional(@Nullable String header) {
        return header == null || header.isBlank()
                ? ANY
                : new IfMatch(List.of(header.strip().replace("W/", "").split("\\s*,\\s*")));
    }

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    boolean accepts(long version) {
        return tags.contains("*") || tags.contains(tag(version));
    }
}
