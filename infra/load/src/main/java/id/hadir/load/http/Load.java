package id.hadir.load.http;

import java.time.Duration;

/**
 * How much a server is asked.
 *
 * @param connections of which each has one request under way at most
 */
public record Load(int connections, Pace pace, Duration duration) {

    public Load lasting(Duration another) {
        return new Load(connections, pace, another);
    }
}
