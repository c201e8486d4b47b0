package id.hadir.load.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TallyTests {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private final Tally tally = new Tally(201, Duration.ofSeconds(10));

    @Test
    void percentilesAreOfTheAnswersThatSucceeded() {
        for (int i = 1; i <= 100; i++) {
            tally.add(201, 0, i * MILLI);
            tally.add(503, 0, MILLI / 10);
        }
        assertThat(tally.millis(50)).isEqualTo(50, within(0.1));
        assertThat(tally.millis(99)).isEqualTo(99, within(0.1));
        assertThat(tally.millis(503, 99)).isEqualTo(0.1, within(0.001));
        assertThat(tally.millis(404, 50)).isNaN();
    }

    @Test
    void ratesAreOfTheSecondsInWhichAnswersCame() {
        for (int i = 0; i < 30; i++) {
            tally.add(201, 2 * SECOND + i * MILLI, MILLI);
        }
        tally.add(503, 2 * SECOND, MILLI);
        tally.finish(4 * SECOND);
        assertThat(tally.perSecond(0, 2)).isZero();
        assertThat(tally.perSecond(2, 3)).isEqualTo(30);
        assertThat(tally.perSecond(1, 4)).isEqualTo(10);
        assertThat(tally.perSecond()).isEqualTo(7.5);
        assertThat(tally.others()).isOne();
    }
}
