package id.hadir.kit.problem;

import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/** Which problem a failure of the framework or of the database is to the caller. */
final class ProblemTranslation {

    private static final Duration BACK_OFF = Duration.ofSeconds(2);

    private ProblemTranslation() {}

    static Problem translate(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case ServerWebInputException input -> unreadable(input);
            case ServerExchangeRejectedException _ -> malformed();
            case ResponseStatusException status -> byStatus(status);
            case DataBufferLimitException _ -> tooLarge();
            case AuthenticationException _ -> Problem.unauthenticated();
            case AccessDeniedException _ -> Problem.forbidden();
            case DataAccessResourceFailureException _ -> unavailable();
            default -> isOverload(failure) ? Problem.overloaded(BACK_OFF) : internal();
        };
    }

    /** Whatever cannot be read; a body that grew too large on its way says so underneath. */
    private static Problem unreadable(ServerWebInputException input) {
        for (Throwable cause = input; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return tooLarge();
            }
        }
        return malformed();
    }

    /** By the status and not by the class: a form sent for JSON has none of its own. */
    private static Problem byStatus(ResponseStatusException failure) {
        HttpStatus status = HttpStatus.resolve(failure.getStatusCode().value());
        return switch (status) {
            case UNSUPPORTED_MEDIA_TYPE -> Problem.of(status, "unsupported-media-type");
            case NOT_ACCEPTABLE -> Problem.of(status, "not-acceptable");
            case METHOD_NOT_ALLOWED -> Problem.of(status, "method-not-allowed");
            case NOT_FOUND -> Problem.notFound();
            case CONTENT_TOO_LARGE -> tooLarge();
            case BAD_REQUEST -> malformed();
            case SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT, BAD_GATEWAY -> unavailable();
            case null, default -> internal();
        };
    }

    /** A full pool, a time-out, a lost connection: later it may go through. */
    private static boolean isOverload(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcTransientException
                    || cause instanceof R2dbcTimeoutException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TimeoutException
                    || OVERLOAD_CLASSES.contains(cause.getClass().getSimpleName())) {
                return true;
            }
        }
        return false;
    }

    /** reactor-pool's refusals, which are not public types of r2dbc-pool. */
    private static final List<String> OVERLOAD_CLASSES =
            List.of("PoolAcquireTimeoutException", "PoolAcquirePendingLimitException");

    /** A database that is gone: what was asked may or may not have been done. */
    private static Problem unavailable() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable").retryAfter(BACK_OFF);
    }

    private static Problem malformed() {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed");
    }

    private static Problem tooLarge() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }

    private static Problem internal() {
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
    }
}
