package id.hadir.kit.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal of the API as RFC 9457 problem details: thrown at the edge of a feature, rendered by
 * {@link ProblemHandler}. Title and detail are the messages {@code problem.CODE.title} and {@code
 * problem.CODE.detail}.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;
    private final transient Object[] args;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    private Problem(HttpStatus status, String code, List<FieldError> errors, Object... args) {
        // no stack trace: a refusal is an answer, and a rush makes thousands of them
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.args = args;
        this.errors = List.copyOf(errors);
    }

    public static Problem of(HttpStatus status, String code, Object... args) {
        return new Problem(status, code, List.of(), args);
    }

    /** Any failure as its caller is told of it. */
    public static Problem of(Throwable failure) {
        return ProblemTranslation.translate(failure);
    }

    public static Problem notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found");
    }

    public static Problem forbidden() {
        return of(HttpStatus.FORBIDDEN, "forbidden");
    }

    public static Problem unauthenticated() {
        return of(HttpStatus.UNAUTHORIZED, "unauthenticated");
    }

    public static Problem conflict(String code, Object... args) {
        return of(HttpStatus.CONFLICT, code, args);
    }

    public static Problem invalid(List<FieldError> errors) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", errors);
    }

    public static Problem invalid(String field, String code, Object... args) {
        return invalid(List.of(FieldError.of(field, code, args)));
    }

    public static Problem overloaded(Duration retryAfter) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, "overloaded").retryAfter(retryAfter);
    }

    /** Adds the header {@code Retry-After}, in whole seconds rounded up. */
    public Problem retryAfter(Duration duration) {
        this.retryAfter = duration;
        return this;
    }

    /** Adds an extension member to the answer, such as {@code missing:[…]}. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    Object[] args() {
        return args;
    }

    Map<String, Object> members() {
        return members;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
