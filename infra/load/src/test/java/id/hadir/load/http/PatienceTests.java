package id.hadir.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatienceTests {

    @Test
    void nobodyComesBackBeforeTheTimeThatWasTold() {
        assertThat(waits(2, 1)).allMatch(Duration.ofSeconds(2)::equals);
        assertThat(waits(40, 3)).allMatch(Duration.ofSeconds(40)::equals);
    }

    @Test
    void eachFurtherTimeIsLongerUpToHalfAMinute() {
        assertThat(waits(1, 4))
                .allMatch(wait -> wait.toMillis() >= 4000 && wait.toMillis() <= 8000);
        assertThat(waits(1, 50))
                .allMatch(wait -> wait.toMillis() >= 15_000 && wait.toMillis() <= 30_000);
    }

    private static Stream<Duration> waits(int told, int refusals) {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, 1000).mapToObj(_ -> Patience.after(told, refusals, random));
    }
}
