package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Sizes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an old phone on a poor signal has to fetch before its owner can register. */
class PageWeightTests {

    private static final long BUDGET = 50 * 1024;

    @Test
    void eventPageAndFormStayUnderFiftyKilobytes() {
        Rakor rakor = Rakor.make(Rakor.Agency.make(), 100);
        List<Request> finished = new ArrayList<>();
        long transferred;
        try (Visitor attendee = Visitor.onPhone()) {
            attendee.page().onRequestFinished(finished::add);
            attendee.open("/kegiatan/" + rakor.slug());
            attendee.open("/kegiatan/" + rakor.slug() + "/daftar");
            attendee.page().waitForLoadState();
            // asked here: a listener that asks can be overtaken by the closing of the page
            transferred = List.copyOf(finished).stream().mapToLong(PageWeightTests::weight).sum();
        }
        assertThat(transferred).isBetween(5_000L, BUDGET);
    }

    private static long weight(Request request) {
        Sizes sizes = request.sizes();
        return sizes.responseBodySize + sizes.responseHeadersSize;
    }
}
