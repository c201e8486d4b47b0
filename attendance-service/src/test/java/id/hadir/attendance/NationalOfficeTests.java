package id.hadir.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An instansi of the whole country, which has no region. */
@ServiceTest
class NationalOfficeTests {

    private static final String ORGANISER = TestTokens.organiser(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;

    private UUID event;
    private UUID office;

    @BeforeEach
    void invitedBesideAKecamatan() {
        event = sample.event(e -> e);
        sample.invitedUnit(event, 1);
        office = sample.unit("Badan Kepegawaian Negara", "instansi", null);
        sample.invite(event, office, 2);
    }

    @Test
    void registersAndStandsOnTheListAfterAllRegions() {
        JsonNode registration =
                api.registered(event, api.person(office, "Siti Rahayu", Api.nip(1)));
        assertThat(registration.path("unit").path("name").stringValue())
                .isEqualTo("Badan Kepegawaian Negara");
        assertThat(units(ORGANISER, ""))
                .containsExactly("Kecamatan Baros", "Badan Kepegawaian Negara");
        assertThat(units(ORGANISER, "?kind=instansi")).containsExactly("Badan Kepegawaian Negara");
        assertThat(units(ORGANISER, "?regionCode=36")).containsExactly("Kecamatan Baros");
    }

    @Test
    void isOnTheSecondPageOfAListReadOneByOne() {
        JsonNode first = read("/api/events/" + event + "/attendance/units?limit=1");
        assertThat(units(ORGANISER, "?limit=1&cursor=" + first.path("next").stringValue()))
                .containsExactly("Badan Kepegawaian Negara");
    }

    @Test
    void isReadByOfficialsOfTheWholeCountryAlone() {
        assertThat(units(TestTokens.official(null), "")).hasSize(2);
        assertThat(units(TestTokens.official("36"), "")).containsExactly("Kecamatan Baros");
    }

    @Test
    void isFoundWhenRegistering() {
        assertThat(browser.get(TestTokens.anyone(), "/kegiatan/rakor-" + event + "/daftar").html())
                .contains("Badan Kepegawaian Negara");
    }

    @Test
    void countsInReportsAndTables() {
        JsonNode totals = read("/api/events/" + event + "/attendance").path("totals");
        assertThat(totals.path("invitedUnits").intValue()).isEqualTo(2);
        assertThat(totals.path("invitedSeats").intValue()).isEqualTo(3);
        assertThat(text("/api/events/" + event + "/attendance/units?format=csv"))
                .contains("Badan Kepegawaian Negara,instansi,,2,0,0,0,0,0,expected");
        assertThat(text("/api/reports/attendance?kind=instansi&format=csv"))
                .contains("Badan Kepegawaian Negara,instansi,,1,0,0,0,0,");
        assertThat(browser.get(ORGANISER, "/laporan/rakor-" + event).html())
                .contains("Badan Kepegawaian Negara");
    }

    private List<String> units(String token, String query) {
        return api.read(api.get(token, "/api/events/" + event + "/attendance/units" + query))
                .path("items")
                .valueStream()
                .map(row -> row.path("unit").path("name").stringValue())
                .toList();
    }

    private JsonNode read(String path) {
        return api.read(api.get(ORGANISER, path).expectStatus().isOk());
    }

    private String text(String path) {
        byte[] body =
                api.get(ORGANISER, path)
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        return new String(body, StandardCharsets.UTF_8);
    }
}
