package id.hadir.kit.message;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** What other packages cannot make up. */
public final class CouriersForTests {

    private CouriersForTests() {}

    public static Courier wronglySet() {
        return _ -> Mono.error(CourierAway.wronglySet(new IllegalStateException("wrong secret")));
    }

    public static Courier busy(Duration pause) {
        return _ -> Mono.error(CourierAway.busy(pause, new IllegalStateException("busy")));
    }
}
