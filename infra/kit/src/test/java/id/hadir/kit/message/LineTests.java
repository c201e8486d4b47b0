package id.hadir.kit.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LineTests {

    private static final Instant NOW = Instant.parse("2031-08-08T02:00:00Z");
    private static final RuntimeException CAUSE = new IllegalStateException();

    private final Line line = new Line();

    @Test
    void aLineThatTookNothingLatelyIsWronglySetAndRestsUntilItMayBeMended() {
        line.delivered(NOW.minus(Duration.ofMinutes(11)));
        CourierAway failure = CourierAway.wronglySet(CAUSE);
        assertThat(line.isAway(failure, NOW)).isTrue();
        Instant until = line.rest(failure, NOW);
        assertThat(line.isResting(until.minusMillis(1))).isTrue();
        assertThat(line.isResting(until)).isFalse();
    }

    /** Else one number that the gateway answers for with 404 would hold up all others for ever. */
    @Test
    void aLineThatHasJustTakenAnotherRefusesThatLetterOnly() {
        line.delivered(NOW.minus(Duration.ofMinutes(9)));
        assertThat(line.isAway(CourierAway.wronglySet(CAUSE), NOW)).isFalse();
    }

    @Test
    void aBusyLineRestsWhateverItTookBefore() {
        line.delivered(NOW);
        assertThat(line.isAway(CourierAway.busy(Duration.ofMinutes(1), CAUSE), NOW)).isTrue();
    }
}
