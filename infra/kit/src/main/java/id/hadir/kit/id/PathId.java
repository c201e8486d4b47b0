package id.hadir.kit.id;

import id.hadir.kit.problem.Problem;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids are opaque to the caller: what is no id of ours is simply not found. */
public final class PathId {

    private static final Pattern FORM =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private PathId() {}

    public static UUID of(String text) {
        return parse(text).orElseThrow(Problem::notFound);
    }

    public static Optional<UUID> parse(@Nullable String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
