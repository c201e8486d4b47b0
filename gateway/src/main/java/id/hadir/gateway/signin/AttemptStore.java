package id.hadir.gateway.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts attempts to sign in, in the database: all replicas count together. */
@Component
class AttemptStore {

    private final DatabaseClient database;

    AttemptStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Counts an attempt before it is made, so that many at once cannot slip through between a look
     * and a count. Each one above {@code free} blocks the key twice as long as the one before.
     *
     * @return how many there were, this one among them; empty when the key is blocked, and nothing
     *     was counted
     */
    Mono<Integer> count(String key, Allowance allowance, Instant now) {
        return database.sql(
                        """
                        insert into sign_in_attempt as a (key, failures, last_at, blocked_until)
                        values (:key, 1, :now, :now)
                        on conflict (key) do update set
                            failures = case when a.last_at < :forgotten then 1
                                            else a.failures + 1 end,
                            last_at = :now,
                            blocked_until = case
                                when a.last_at < :forgotten or a.failures + 1 < :free then :now
                                else :now + least(:cap, power(2, least(a.failures + 2 - :free, 20)))
                                            * interval '1 second' end
                        where a.blocked_until <= :now
                        returning failures
                        """)
                .bind("key", key)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("forgotten", now.minus(allowance.forgottenAfter()).atOffset(ZoneOffset.UTC))
                .bind("free", allowance.free())
                .bind("cap", (double) allowance.longestWait().toSeconds())
                .mapValue(Integer.class)
                .one();
    }

    Mono<Duration> wait(String key, Instant now) {
        return database.sql("select blocked_until from sign_in_attempt where key = :key")
                .bind("key", key)
                .mapValue(OffsetDateTime.class)
                .one()
                .map(until -> Duration.between(now, until.toInstant()));
    }

    Mono<Void> forget(String key) {
        return database.sql("delete from sign_in_attempt where key = :key").bind("key", key).then();
    }

    /** Takes one attempt back: it was no failure. */
    Mono<Void> takeBack(String key, Instant now) {
        return database.sql(
                        """
                        update sign_in_attempt
                        set failures = greatest(failures - 1, 0), blocked_until = :now
                        where key = :key
                        """)
                .bind("key", key)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .then();
    }

    Mono<Void> removeOlderThan(Instant limit) {
        return database.sql("delete from sign_in_attempt where last_at < :limit")
                .bind("limit", limit.atOffset(ZoneOffset.UTC))
                .then();
    }
}
