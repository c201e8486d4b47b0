package id.hadir.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.StrictCalendar;
import id.hadir.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class CalendarApiTests {

    @Autowired Caller caller;

    private String text(String uri) {
        byte[] body =
                caller.get(TestTokens.anyone(), uri)
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentType("text/calendar;charset=UTF-8")
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent();
        return new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8);
    }

    private static String value(CalendarComponent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    @Test
    void aMoveKeepsTheUidAndACancelledEventStays() throws Exception {
        String agency = caller.agency("Bawaslu Kota Denpasar", "51.71");
        String organiser = TestTokens.organiser(agency);
        String title = "Rakor; netralitas, ASN — \"bersama\" 日本 " + "é".repeat(60);
        String id =
                caller.event(
                                agency,
                                Map.of(
                                        "type", "rakor",
                                        "title", title,
                                        "startsAt", "2027-03-01T09:00:00+08:00",
                                        "endsAt", "2027-03-01T12:00:00+08:00",
                                        "venue", Map.of("name", "Aula", "regionCode", "51.71")))
                        .path("id")
                        .stringValue();
        caller.post(organiser, "/api/events/" + id + "/publish", "").expectStatus().isOk();
        String uri = "/api/events/" + id + "/calendar.ics";
        String text = text(uri);
        CalendarComponent first = StrictCalendar.read(text).getComponents().getFirst();
        assertThat(value(first, "SUMMARY")).isEqualTo(title);
        assertThat(value(first, "DTSTART")).isEqualTo("20270301T010000Z");
        assertThat(value(first, "DTEND")).isEqualTo("20270301T040000Z");
        assertThat(value(first, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(first, "ORGANIZER")).isEqualTo("mailto:hadir@localhost");

        caller.post(
                        organiser,
                        "/api/events/" + id + "/reschedule",
                        Map.of("startsAt", "2027-03-02T09:00:00+08:00", "reason", "Hotel penuh"))
                .expectStatus()
                .isOk();
        CalendarComponent moved = StrictCalendar.read(text(uri)).getComponents().getFirst();
        assertThat(value(moved, "UID")).isEqualTo(value(first, "UID"));
        assertThat(value(moved, "SEQUENCE")).isGreaterThan(value(first, "SEQUENCE"));

        caller.post(organiser, "/api/events/" + id + "/cancel", Map.of("reason", "Banjir"));
        CalendarComponent cancelled =
                StrictCalendar.read(text("/api/calendar.ics?regionCode=51.71"))
                        .getComponents()
                        .stream()
                        .filter(event -> event.getProperty("UID").equals(first.getProperty("UID")))
                        .findFirst()
                        .orElseThrow();
        assertThat(value(cancelled, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(cancelled, "SEQUENCE")).isGreaterThan(value(moved, "SEQUENCE"));
    }

    @Test
    void anEventWithoutATimeOfDayIsAWholeDay() throws Exception {
        String agency = caller.agency("Bawaslu Kota Kediri", "35.71");
        String id =
                caller.event(
                                agency,
                                Map.of(
                                        "type", "sosialisasi",
                                        "title", "Sosialisasi",
                                        "date", "2027-12-20",
                                        "venue", Map.of("address", "salah satu resto")))
                        .path("id")
                        .stringValue();
        caller.get(TestTokens.anyone(), "/api/events/" + id + "/calendar.ics")
                .expectStatus()
                .isNotFound();
        caller.post(TestTokens.organiser(agency), "/api/events/" + id + "/publish", "")
                .expectStatus()
                .isOk();
        String text = text("/api/events/" + id + "/calendar.ics");
        assertThat(text).contains("DTSTART;VALUE=DATE:20271220\r\n").doesNotContain("DTEND");
        assertThat(StrictCalendar.read(text).getComponents()).hasSize(1);
    }

    @Test
    void aDraftThatWasCancelledIsNobodyElses() {
        String agency = caller.agency("Bawaslu Kota Tual", "81.72");
        Map<String, Object> draft =
                Map.of("type", "rakor", "title", "Rakor Urung", "date", "2027-12-20");
        JsonNode event = caller.event(agency, draft);
        String uri = "/api/events/" + event.path("id").stringValue();
        String organiser = TestTokens.organiser(agency);
        caller.post(organiser, uri + "/cancel", Map.of("reason", "Banjir")).expectStatus().isOk();
        String page = "/kegiatan/" + event.path("slug").stringValue();
        for (String address : List.of(uri, uri + "/calendar.ics", page)) {
            caller.get(TestTokens.anyone(), address).expectStatus().isNotFound();
            caller.get(organiser, address).expectStatus().isOk();
        }
        assertThat(text("/api/calendar.ics?regionCode=81.72")).doesNotContain("Urung");
    }

    @Test
    void aFeedHoldsWhatOneAgencyHasPublished() throws Exception {
        String tidore = caller.agency("KPU Kota Tidore", "82.72");
        published(tidore, "Rakor Tidore");
        caller.event(tidore, onADay("Rakor Draf"));
        published(caller.agency("KPU Kota Ternate", "82.71"), "Rakor Ternate");
        String feed = text("/api/calendar.ics?agencyId=" + tidore);
        assertThat(StrictCalendar.read(feed).<CalendarComponent>getComponents())
                .extracting(event -> value(event, "SUMMARY"))
                .containsExactly("Rakor Tidore");
        assertThat(feed)
                .contains("X-WR-CALNAME:Hadir: KPU Kota Tidore\r\n")
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
        assertThat(text("/api/calendar.ics?regionCode=82.72&agencyId=" + tidore))
                .contains("Rakor Tidore");
        assertThat(text("/api/calendar.ics?regionCode=82.71&agencyId=" + tidore))
                .doesNotContain("VEVENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0198c0de-0000-7000-8000-00000000dead"})
    void anAgencyThatIsNotThereIsTold(String agency) {
        caller.get(TestTokens.anyone(), "/api/calendar.ics?agencyId=" + agency)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("agencyId");
    }

    @Test
    void thePagesLeadToTheFeedsThatProgramsAskForAgain() {
        String agency = caller.agency("KPU Kota Sorong", "96.71");
        String slug = published(agency, "Rakor Sorong");
        String anyone = TestTokens.anyone();
        String feed = "webcal://localhost:8080/api/calendar.ics?";
        assertThat(html(anyone, "/kegiatan/" + slug)).contains(feed + "agencyId=" + agency);
        assertThat(html(TestTokens.organiser(agency), "/panitia"))
                .contains(feed + "agencyId=" + agency);
        assertThat(html(anyone, "/?wilayah=96.71")).contains(feed + "regionCode=96.71");
        assertThat(html(anyone, "/kalender?wilayah=96")).contains(feed + "regionCode=96");
    }

    private String html(String token, String uri) {
        byte[] body =
                caller.get(token, uri)
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent();
        return new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> onADay(String title) {
        return Map.of(
                "type",
                "rakor",
                "title",
                title,
                "date",
                "2027-12-20",
                "venue",
                Map.of("address", "Aula"));
    }

    /** Its slug. */
    private String published(String agency, String title) {
        JsonNode event = caller.event(agency, onADay(title));
        String uri = "/api/events/" + event.path("id").stringValue() + "/publish";
        caller.post(TestTokens.organiser(agency), uri, "").expectStatus().isOk();
        return event.path("slug").stringValue();
    }

    @Test
    void aRegionThatIsNotThereIsTold() throws Exception {
        caller.get(TestTokens.anyone(), "/api/calendar.ics?regionCode=33.99")
                .expectStatus()
                .isEqualTo(422);
        assertThat(StrictCalendar.read(text("/api/calendar.ics?regionCode=91")).getComponents())
                .as("nothing is published there, and an empty calendar is a calendar")
                .hasSize(1);
    }
}
