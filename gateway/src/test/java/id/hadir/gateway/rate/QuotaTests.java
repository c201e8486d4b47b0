package id.hadir.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.rate.RateSettings.Rate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaTests {

    @Test
    void oneWhoIsSentBackComesAgainSoon() {
        assertThat(new Quota(new Rate(1, 500)).secondsToWait()).isEqualTo(1);
    }

    @Test
    void crowdComesAgainSpreadOverTheTimeInWhichItCanBeServed() {
        List<Integer> waits = waits(new Quota(new Rate(1, 500)), 10_000);

        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(1, 21));
        for (int second = 1; second <= 15; second++) {
            assertThat(Collections.frequency(waits, second)).isBetween(1, 1_500);
        }
    }

    @Test
    void nobodyIsToldToWaitForMoreThanHalfAMinute() {
        List<Integer> waits = waits(new Quota(new Rate(1, 1)), 1_000);

        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(1, 30));
        assertThat(waits.subList(100, 1_000)).contains(15, 30);
    }

    private static List<Integer> waits(Quota quota, int refused) {
        return IntStream.range(0, refused).mapToObj(_ -> quota.secondsToWait()).toList();
    }
}
