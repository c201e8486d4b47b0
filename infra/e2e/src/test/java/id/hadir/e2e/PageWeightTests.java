package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What an old phone on a poor signal has to fetch before its owner can register. */
class PageWeightTests {

    private static final long BUDGET = 50 * 1024;

    @Test
    void eventPageAndFormStayUnderFiftyKilobytes() {
        Rakor rakor = Rakor.make(Rakor.Agency.make(), 100);
        AtomicLong transferred = new AtomicLong();
        try (Visitor attendee = Visitor.onPhone()) {
            attendee.page()
                    .onRequestFinished(
                            request ->
                                    transferred.addAndGet(
                                            request.sizes().responseBodySize
                                                    + request.sizes().responseHeadersSize));
            attendee.open("/kegiatan/" + rakor.slug());
            attendee.open("/kegiatan/" + rakor.slug() + "/daftar");
            attendee.page().waitForLoadState();
        }
        assertThat(transferred.get()).isBetween(5_000L, BUDGET);
    }
}
