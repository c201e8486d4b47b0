package id.hadir.attendance.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One look for what has been kept long enough.
 *
 * @param startedBy an account, or the job
 * @param dryRun told what is due, and erased nothing
 * @param cutoff events that ended up to then are due
 * @param finishedAt null while it goes on, and when it was broken off
 * @param events whose people were erased; of a dry run, that are due
 * @param failures events that could not be erased; the next run tries again
 */
public record RetentionRun(
        UUID id,
        Instant startedAt,
        String startedBy,
        boolean dryRun,
        Instant cutoff,
        @Nullable Instant finishedAt,
        int events,
        int registrations,
        int failures) {

    RetentionRun and(int erased) {
        return counting(events + 1, registrations + erased, failures);
    }

    RetentionRun andFailure() {
        return counting(events, registrations, failures + 1);
    }

    private RetentionRun counting(int newEvents, int newRegistrations, int newFailures) {
        return new RetentionRun(
                id,
                startedAt,
                startedBy,
                dryRun,
                cutoff,
                finishedAt,
                newEvents,
                newRegistrations,
                newFailures);
    }

    RetentionRun finishedAt(Instant now) {
        return new RetentionRun(
                id, startedAt, startedBy, dryRun, cutoff, now, events, registrations, failures);
    }
}
