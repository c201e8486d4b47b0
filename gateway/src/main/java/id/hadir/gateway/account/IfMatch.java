package id.hadir.gateway.account;

import id.hadir.kit.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * For which versions of an account a change is meant: the header {@code If-Match} (RFC 9110,
 * 13.1.1), whose tags are the versions in quotes.
 */
record IfMatch(List<String> tags) {

    /** Fails with 428 without the header. */
    static IfMatch required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problem.of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
        }
        return new IfMatch(List.of(header.strip().replace("W/", "").split("\\s*,\\s*")));
    }

    /** The version that a form was filled in from. */
    static IfMatch typed(@Nullable String version) {
        return new IfMatch(List.of("\"" + version + "\""));
    }

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** Fails with 412 when the account has another version. */
    void check(Account account) {
        if (!tags.contains("*") && !tags.contains(tag(account.version()))) {
            throw stale();
        }
    }

    static Problem stale() {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "precondition-failed");
    }
}
