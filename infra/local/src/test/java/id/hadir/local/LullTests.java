package id.hadir.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class LullTests {

    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void beginsAfterTheFirstMinuteWhenThereIsLittleToDo() {
        await(1.9);
        assertThat(pauses).containsExactly(Lull.FIRST);
    }

    @Test
    void waitsWhileAllProcessorsAreBusy() {
        await(25.0, 2.0, 1.9);
        assertThat(pauses).containsExactly(Lull.FIRST, Lull.AGAIN, Lull.AGAIN);
    }

    @Test
    void doesNotWaitForALoadThatIsNotTold() {
        await(-1.0);
        assertThat(pauses).containsExactly(Lull.FIRST);
    }

    private void await(Double... loads) {
        Iterator<Double> told = List.of(loads).iterator();
        new Lull(told::next, 2, pauses::add).await();
    }
}
