package id.hadir.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.rate.RateSettings.Rate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RatesTests {

    private static final Rate SOME = new Rate(10, 10);
    private static final Shown TICKET = new Shown(Shown.Kind.TICKET, "ABCD");

    private final AtomicLong nanos = new AtomicLong();
    private final Rates rates =
            new Rates(new RateSettings(SOME, SOME, SOME, SOME, 100), nanos::get);

    @Test
    void holderIsRememberedFromTheEveningBeforeAndForgottenAfterwards() {
        rates.prove(TICKET);

        pass(Duration.ofHours(20));
        assertThat(rates.ofProven(TICKET)).isNotNull();
        pass(Duration.ofHours(25));
        assertThat(rates.ofProven(TICKET)).isNull();
    }

    @Test
    void proofAgainGivesNoMore() {
        rates.prove(TICKET);
        Quota first = rates.ofProven(TICKET);

        rates.prove(TICKET);

        assertThat(rates.ofProven(TICKET)).isSameAs(first);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
