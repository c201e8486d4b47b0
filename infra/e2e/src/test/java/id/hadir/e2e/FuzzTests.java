package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the API document, called by everybody with good and bad requests. What may be
 * answered is that document and the contract of errors: never a failure, never what is inside. The
 * same calls each time, so that what is red was made red by a change; with {@code
 * -Dhadir.fuzz.seed} others are made, with {@code -Dhadir.fuzz.calls} more.
 */
@Order(Integer.MAX_VALUE - 1)
class FuzzTests {

    private static final int CALLS = Integer.getInteger("hadir.fuzz.calls", 1_200);
    private static final long SEED = Long.getLong("hadir.fuzz.seed", 394_201);
    private static final Duration TO_SETTLE = Duration.ofMinutes(1);
    private static final Pattern ACQUIRED =
            Pattern.compile("(?m)^r2dbc_pool_(acquired|pending)[^ ]* (\\S+)$");
    private static final Pattern FEED_LAG = Pattern.compile("(?m)^hadir_feed_lag[^ ]* (\\S+)$");

    @Test
    void noCallFailsHangsOrTellsWhatIsInside() throws InterruptedException {
        System.out.printf("fuzz: %d calls of seed %d%n", CALLS, SEED);
        Fuzzer fuzzer = new Fuzzer(SampleSite.make(), SEED);
        Map<String, String> faults = fuzzer.run(CALLS);

        assertThat(
                        faults.entrySet().stream()
                                .map(fault -> fault.getKey() + "\n  " + fault.getValue()))
                .as("faults of seed %d", SEED)
                .isEmpty();
        assertThat(fuzzer.statuses().keySet())
                .as("good calls among them")
                .filteredOn(answer -> answer.endsWith(" 2xx"))
                .hasSizeGreaterThan(fuzzer.operations().size() * 3 / 5);
        RunningSystem.await("the system to be well", TO_SETTLE, FuzzTests::isWell);
    }

    /** Up, no connection to a database still in use, no feed behind. */
    private static boolean isWell() {
        return Api.asAnyone().get("/health").body().contains("\"up\"")
                && List.of(0, 1, 2, 3).stream()
                        .map(RunningSystem.get()::metrics)
                        .allMatch(metrics -> isIdle(metrics) && keepsUp(metrics));
    }

    private static boolean isIdle(String metrics) {
        return ACQUIRED.matcher(metrics).find()
                && ACQUIRED.matcher(metrics)
                        .results()
                        .allMatch(gauge -> Double.parseDouble(gauge.group(2)) == 0);
    }

    private static boolean keepsUp(String metrics) {
        return FEED_LAG.matcher(metrics)
                .results()
                .allMatch(gauge -> Double.parseDouble(gauge.group(1)) < 5);
    }
}
