package id.hadir.events.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.Test;
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

    /** Read by a library of its own, so that the writer does not judge itself. */
    private static Calendar read(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
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
        assertThat(text.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        CalendarComponent first = read(text).getComponents().getFirst();
        assertThat(value(first, "SUMMARY")).isEqualTo(title);
        assertThat(value(first, "DTSTART")).isEqualTo("20270301T010000Z");
        assertThat(value(first, "DTEND")).isEqualTo("20270301T040000Z");
        assertThat(value(first, "STATUS")).isEqualTo("CONFIRMED");

        caller.post(
                        organiser,
                        "/api/events/" + id + "/reschedule",
                        Map.of("startsAt", "2027-03-02T09:00:00+08:00", "reason", "Hotel penuh"))
                .expectStatus()
                .isOk();
        CalendarComponent moved = read(text(uri)).getComponents().getFirst();
        assertThat(value(moved, "UID")).isEqualTo(value(first, "UID"));
        assertThat(value(moved, "SEQUENCE")).isGreaterThan(value(first, "SEQUENCE"));

        caller.post(organiser, "/api/events/" + id + "/cancel", Map.of("reason", "Banjir"));
        CalendarComponent cancelled =
                read(text("/api/calendar.ics?regionCode=51.71")).getComponents().stream()
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
        assertThat(read(text).getComponents()).hasSize(1);
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
    void aRegionThatIsNotThereIsTold() {
        caller.get(TestTokens.anyone(), "/api/calendar.ics?regionCode=33.99")
                .expectStatus()
                .isEqualTo(422);
        assertThat(text("/api/calendar.ics?regionCode=96")).contains("END:VCALENDAR");
    }
}
