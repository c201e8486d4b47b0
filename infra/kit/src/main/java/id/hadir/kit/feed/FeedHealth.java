package id.hadir.kit.feed;

import id.hadir.kit.feed.FeedFollower.State;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Tells {@code CATCHING_UP} until every feed was read to its end once, and {@code BEHIND} when one
 * lags. Either answers 200 and leaves readiness alone: the service serves what it has.
 */
class FeedHealth implements HealthIndicator {

    private final FeedFollowers followers;

    FeedHealth(FeedFollowers followers) {
        this.followers = followers;
    }

    @Override
    public Health health() {
        Set<State> states = EnumSet.of(State.CURRENT);
        Health.Builder health = Health.up();
        for (FeedFollower follower : followers.all()) {
            State state = follower.state();
            states.add(state);
            health.withDetail(follower.feed(), state.name().toLowerCase(Locale.ROOT));
        }
        return health.status(worst(states)).build();
    }

    private static Status worst(Set<State> states) {
        if (states.contains(State.CATCHING_UP)) {
            return new Status(State.CATCHING_UP.name());
        }
        return states.contains(State.BEHIND) ? new Status(State.BEHIND.name()) : Status.UP;
    }
}
