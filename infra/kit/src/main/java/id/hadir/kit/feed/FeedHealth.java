package id.hadir.kit.feed;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says "catching up" until every feed was read to its end once; that does not make a service down.
 */
class FeedHealth implements HealthIndicator {

    private final FeedFollowers followers;

    FeedHealth(FeedFollowers followers) {
        this.followers = followers;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        followers
                .all()
                .forEach(
                        follower ->
                                health.withDetail(
                                        follower.feed(),
                                        follower.lag() == null ? "catching up" : "current"));
        return health.build();
    }
}
