package id.hadir.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTests {

    private static final long SECOND = 1_000_000_000;

    @Test
    void requestsAreDueEvenly() {
        Pace.Steady four = new Pace.Steady(4, true);
        assertThat(LongStream.range(0, 5).map(four::dueAt))
                .containsExactly(0L, SECOND / 4, SECOND / 2, 3 * SECOND / 4, SECOND);
        assertThat(four.dueAfter(0)).isOne();
        assertThat(four.dueAfter(SECOND / 4 - 1)).isOne();
        assertThat(four.dueAfter(SECOND / 4)).isEqualTo(2);
        assertThat(four.dueAfter(10 * SECOND)).isEqualTo(41);
    }

    @Test
    void aRequestIsNeverSentBeforeItIsDue() {
        Pace.Steady odd = new Pace.Steady(1234.567, true);
        for (long number = 0; number < 10_000; number++) {
            assertThat(odd.dueAfter(odd.dueAt(number))).isGreaterThan(number);
            assertThat(odd.dueAfter(odd.dueAt(number) - 2)).isLessThanOrEqualTo(number);
        }
    }
}
