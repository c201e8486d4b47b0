package id.hadir.gateway.rush;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A form that was sent back, to be sent again as it was typed.
 *
 * @param fields by name; none when there was no form
 * @param attempt how often it was sent so far
 * @param seconds to wait until then
 */
public record Resend(Map<String, List<String>> fields, int attempt, int seconds) {

    /** The field in which the page counts; services know no such field. */
    public static final String ATTEMPT = "_attempt";

    private static final int LONGEST = 30;

    /** Each further attempt waits about twice as long as the one before. */
    static Resend of(MultiValueMap<String, String> form, int seconds) {
        Map<String, List<String>> fields = new LinkedHashMap<>(form);
        fields.remove(ATTEMPT);
        int attempt = attempt(form.getFirst(ATTEMPT)) + 1;
        int longest = Math.min(LONGEST, seconds << Math.min(attempt - 1, 5));
        int wait = ThreadLocalRandom.current().nextInt(Math.max(seconds, longest / 2), longest + 1);
        return new Resend(fields, attempt, wait);
    }

    private static int attempt(@Nullable String counted) {
        return counted != null && counted.matches("[0-9]{1,3}") ? Integer.parseInt(counted) : 0;
    }
}
