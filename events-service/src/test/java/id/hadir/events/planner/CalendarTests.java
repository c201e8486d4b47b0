package id.hadir.events.planner;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** In a month that no other test plans for. */
@ServiceTest
class CalendarTests {

    @Autowired Caller caller;

    private String agency = "";
    private String organiser = "";
    private String mark = "";

    @BeforeEach
    void anAgency() {
        agency = caller.agency("KPU Kota Kediri", "35.71");
        organiser = TestTokens.organiser(agency);
        mark = UUID.randomUUID().toString();
    }

    private String event(String title, String region, String from, String to, boolean isPublic) {
        Map<String, Object> event =
                Map.of(
                        "type",
                        "rakor",
                        "title",
                        title + " " + mark,
                        "venue",
                        Map.of("name", "Aula " + mark, "regionCode", region),
                        "startsAt",
                        from,
                        "endsAt",
                        to);
        String id = caller.event(agency, event).path("id").stringValue();
        if (isPublic) {
            caller.post(organiser, "/api/events/" + id + "/publish", "{}").expectStatus().isOk();
        }
        return id;
    }

    /** Titles of this test's events, with the kinds of their clashes. */
    private List<String> told(String token, String query) {
        JsonNode days = caller.getJson(token, "/api/calendar?" + query);
        return days.path("items")
                .valueStream()
                .filter(item -> item.path("event").path("title").stringValue().endsWith(mark))
                .map(
                        item ->
                                item.path("event").path("title").stringValue().replace(mark, "")
                                        + item.path("clashes").valueStream().toList())
                .toList();
    }

    @Test
    void aMonthHoldsWhatReachesIntoItAndClashesAreToldToTheirOrganiser() {
        event(
                "Rapat awal",
                "35.71",
                "2030-04-28T09:00:00+07:00",
                "2030-05-02T12:00:00+07:00",
                true);
        event("Draf", "35.71", "2030-05-02T10:00:00+07:00", "2030-05-02T11:00:00+07:00", false);
        event(
                "Lain daerah",
                "35.06",
                "2030-05-09T09:00:00+07:00",
                "2030-05-09T12:00:00+07:00",
                true);
        event(
                "Bulan depan",
                "35.71",
                "2030-06-01T00:00:00+07:00",
                "2030-06-01T12:00:00+07:00",
                true);
        assertThat(told(organiser, "regionCode=35.71&month=2030-05"))
                .containsExactly("Rapat awal [\"venue\"]", "Draf [\"venue\"]");
        assertThat(told(TestTokens.anyone(), "regionCode=35.71&month=2030-05"))
                .containsExactly("Rapat awal []");
        assertThat(told(TestTokens.anyone(), "month=2030-05"))
                .containsExactly("Rapat awal []", "Lain daerah []");
        assertThat(told(organiser, "regionCode=35&week=2030-05-12"))
                .containsExactly("Lain daerah []");
    }

    @Test
    void thePageShowsTheMonthAndTheWayToOthers() {
        event(
                "Rapat hari kerja",
                "35.71",
                "2030-07-10T09:00:00+07:00",
                "2030-07-11T12:00:00+07:00",
                true);
        String month = page("wilayah=35.71&bulan=2030-07");
        assertThat(month)
                .contains("Kalender kegiatan", "Rapat hari kerja " + mark, "09.00 WIB")
                .contains("wilayah=35.71&amp;bulan=2030-06", "wilayah=35.71&amp;bulan=2030-08")
                .contains("wilayah=35.71&amp;minggu=2030-07-01", "Kota Kediri");
        assertThat(month.split("Rapat hari kerja", -1)).hasSize(3);
        assertThat(page("wilayah=35.71&minggu=2030-07-12")).contains("Rapat hari kerja " + mark);
        assertThat(page("wilayah=x&bulan=2030-13&minggu=kemarin")).contains("Kalender kegiatan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "month=2030-13", "week=besok", "month=2030-05&regionCode=x"})
    void whatCannotBeReadIsInvalid(String query) {
        caller.get(TestTokens.anyone(), "/api/calendar?" + query).expectStatus().isEqualTo(422);
    }

    private String page(String query) {
        return String.valueOf(
                caller.request(
                                org.springframework.http.HttpMethod.GET,
                                TestTokens.anyone(),
                                "/kalender?" + query)
                        .headers(headers -> headers.set("Accept-Language", "id"))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
