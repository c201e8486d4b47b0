package id.hadir.attendance.registration;

import io.r2dbc.spi.R2dbcException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Lost to others at the database, who will have gone on a moment later: worth another try. */
final class Contention {

    /**
     * Serialization failure, deadlock and lock time-out; Spring has no exception for the last two.
     */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

    private Contention() {}

    static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException
                    || (cause instanceof R2dbcException told && isOne(told.getSqlState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(@Nullable String state) {
        return state != null && STATES.contains(state);
    }
}
