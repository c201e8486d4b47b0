package id.hadir.kit.feed;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** All feeds that this service follows: from its start to its end. */
class FeedFollowers implements SmartLifecycle {

    private final List<FeedFollower> followers;
    private volatile boolean running;

    FeedFollowers(List<FeedFollower> followers) {
        this.followers = followers;
    }

    List<FeedFollower> all() {
        return followers;
    }

    @Override
    public void start() {
        followers.forEach(FeedFollower::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        followers.forEach(FeedFollower::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
