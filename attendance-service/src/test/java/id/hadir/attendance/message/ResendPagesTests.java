package id.hadir.attendance.message;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The organiser's list of participants, where a ticket is sent again. */
@ServiceTest
class ResendPagesTests {

    private static final String ORGANISER = TestTokens.organiser(Sample.AGENCY);
    private static final String DESK = TestTokens.desk(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;

    private UUID event;
    private String list;

    @BeforeEach
    void anEvent() {
        event = sample.openEvent(e -> e);
        list = "/panitia/rakor-" + event + "/peserta";
    }

    @Test
    void anOrganiserSendsATicketThreeTimesAndIsToldWhyNotAFourthTime() {
        String again = list + "/" + id(registered("siti@example.go.id")) + "/kirim-ulang";
        assertThat(browser.get(ORGANISER, list).html()).contains("action=\"" + again + "\"");
        for (int i = 0; i < LostTickets.A_DAY; i++) {
            assertThat(browser.submit(ORGANISER, again, Map.of()).location())
                    .isEqualTo(list + "?tiket=laid-down");
        }
        assertThat(browser.submit(ORGANISER, again, Map.of()).location())
                .isEqualTo(list + "?tiket=resend-limit");
        assertThat(browser.get(ORGANISER, list + "?tiket=resend-limit").html())
                .contains("sudah tiga kali dikirim dalam sehari");
        assertThat(audited("ticket.resent")).isEqualTo(3);
    }

    @Test
    void whoGaveNoAddressHasWhatsAppAndNoButton() {
        JsonNode registration = registered(null);
        String person = list + "/" + id(registration);
        assertThat(browser.get(ORGANISER, list).html())
                .contains("href=\"" + person + "/whatsapp\"")
                .doesNotContain(person + "/kirim-ulang", "wa.me", code(registration));
        assertThat(browser.submit(ORGANISER, person + "/kirim-ulang", Map.of()).location())
                .isEqualTo(list + "?tiket=no-email");
        Browser.Seen away = browser.get(ORGANISER, person + "/whatsapp");
        assertThat(away.location())
                .startsWith("https://wa.me/6281234567890?text=Tiket%20Anda")
                .contains(code(registration));
        assertThat(away.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(away.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(audited("ticket.handed-over")).isEqualTo(1);
    }

    @Test
    void theDeskSeesNeither() {
        registered("siti@example.go.id");
        assertThat(browser.get(DESK, list).html()).doesNotContain("kirim-ulang", "whatsapp");
    }

    private JsonNode registered(@Nullable String email) {
        UUID unit = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
        ObjectNode body = api.person(unit, "Siti Rahayu", "");
        ((ObjectNode) body.path("attendee")).put("email", email);
        return api.registered(event, body);
    }

    private static String id(JsonNode registration) {
        return registration.path("id").stringValue();
    }

    private static String code(JsonNode registration) {
        return registration.path("ticket").path("code").stringValue();
    }

    private long audited(String action) {
        return api.read(
                        api.get(TestTokens.admin(), "/api/audit/kehadiran?eventId=" + event)
                                .expectStatus()
                                .isOk())
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("action").stringValue().equals(action))
                .count();
    }
}
