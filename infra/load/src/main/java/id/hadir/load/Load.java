package id.hadir.load;

import java.time.Duration;

/**
 * How much a server is asked.
 *
 * @param connections of which each has one request under way at most
 */
record Load(int connections, Pace pace, Duration duration) {

    Load lasting(Duration another) {
        return new Load(connections, pace, another);
    }
}
