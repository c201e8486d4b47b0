package id.hadir.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with an answer, whatever was asked. */
final class AnswerCheck {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Letters for 600 offices are 5 s of work for a processor in a fresh process, and four callers
     * and the compiler share two.
     */
    static final Duration PATIENCE_FOR_PRINT = Duration.ofSeconds(30);

    /** What any call may come to, as the document says once for all of them. */
    private static final Set<Integer> ANYWHERE = Set.of(400, 406, 413, 415, 422, 429, 503);

    /** What does not fit into a request's head is refused before anybody reads it. */
    private static final Set<Integer> TOO_LONG = Set.of(414, 431);

    /** Of a stack trace, SQL, a folder or a machine behind the gateway. */
    private static final Pattern INTERNAL =
            Pattern.compile(
                    "Exception|\\b(org|java|javax|reactor|io\\.r2dbc|tools\\.jackson)\\.[a-z]|at"
                            + " id\\.hadir|id\\.hadir\\.|(?i:\\bselect\\b.*\\bfrom\\b|\\binsert"
                            + " into\\b|sqlstate|stack ?trace)"
                            + "|/(home|root|tmp|var|work|usr)/|\\.java\\b|127\\.0\\.0\\.1|localhost"
                            + "|hadir_(gateway|events|attendance|materials)");

    /**
     * An answer as it came.
     *
     * @param documented the statuses of the operation
     */
    record Seen(
            int status,
            String contentType,
            String headers,
            String body,
            Duration took,
            Set<String> documented) {}

    private AnswerCheck() {}

    private static Duration patience(Seen seen) {
        return seen.contentType().startsWith("application/pdf") ? PATIENCE_FOR_PRINT : PATIENCE;
    }

    /** A word or two for each fault; none when all is well. */
    static List<String> faults(Seen seen) {
        if (TOO_LONG.contains(seen.status()) && seen.body().isEmpty()) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        if (seen.took().compareTo(patience(seen)) > 0) {
            faults.add("took " + seen.took());
        }
        if (seen.status() >= 500 && !isOverload(seen)) {
            faults.add("failed with " + seen.status());
        }
        if (!seen.documented().contains(String.valueOf(seen.status()))
                && !ANYWHERE.contains(seen.status())) {
            faults.add("undocumented " + seen.status());
        }
        if (seen.status() >= 400) {
            if (!isProblem(seen)) {
                faults.add("no problem document");
            }
            Matcher leak = INTERNAL.matcher(seen.body() + "\n" + seen.headers());
            if (leak.find()) {
                faults.add("leaks " + leak.group());
            }
        }
        return faults;
    }

    private static boolean isOverload(Seen seen) {
        return seen.status() == 503
                && json(seen.body()).path("code").asString("").equals("overloaded");
    }

    private static boolean isProblem(Seen seen) {
        JsonNode problem = json(seen.body());
        return seen.contentType().startsWith("application/problem+json")
                && problem.path("status").asInt(0) == seen.status()
                && List.of("type", "title", "detail", "code").stream()
                        .allMatch(member -> !problem.path(member).asString("").isBlank())
                && problem.path("errors")
                        .valueStream()
                        .allMatch(
                                error ->
                                        error.path("field").isString()
                                                && !error.path("code").asString("").isBlank()
                                                && !error.path("message").asString("").isBlank());
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException notJson) {
            return JsonMapper.shared().missingNode();
        }
    }
}
