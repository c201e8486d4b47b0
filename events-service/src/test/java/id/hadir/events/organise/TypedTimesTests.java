package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.MultiValueMap;

/** A day, time or place that was typed is stored or told to be wrong; it never vanishes. */
@ServiceTest
class TypedTimesTests extends OrganiserTest {

    @ParameterizedTest
    @CsvSource({
        "startsAt, 09.00 WITA, startsAt",
        "date, 11-08, date",
        "endDate, 31-08, endDate",
        "endDate, 2027-08-12, endsAt",
        "agenda[0].date, besok, agenda[0].date",
        "agenda[0].date, 2027-08-12, agenda[0].startsAt",
    })
    void whatCannotBeStoredIsToldAtItsField(String field, String typed, String wrong) {
        MultiValueMap<String, String> form = complete("Rapat dua hari");
        form.add("agenda[0].title", "Pembukaan");
        form.set(field, typed);
        assertThat(body(post(session, "/panitia/baru", form).expectStatus().isEqualTo(422)))
                .contains("Ada 1 isian yang perlu diperbaiki", "href=\"#" + wrong + "\"")
                .contains("name=\"" + field + "\"", "value=\"" + typed + "\"");
    }

    @ParameterizedTest
    @CsvSource({"startsAt", "endsAt", "agenda[0].startsAt"})
    void aTimeWithoutADayAsksForTheDay(String field) {
        MultiValueMap<String, String> form = complete("Rapat tanpa hari");
        form.remove("date");
        form.remove("startsAt");
        form.add("agenda[0].title", "Pembukaan");
        form.set(field, "10.00");
        assertThat(body(post(session, "/panitia/baru", form).expectStatus().isEqualTo(422)))
                .contains("href=\"#date\"");
    }

    @Test
    void anAgendaOfAnotherDayIsShownWithThatDay() {
        MultiValueMap<String, String> form = complete("Rapat tiga hari");
        form.add("endDate", "2027-08-13");
        form.add("endsAt", "15.00");
        form.add("agenda[0].title", "Penutupan");
        form.add("agenda[0].date", "2027-08-13");
        form.add("agenda[0].startsAt", "14.00");
        String path = created(form);
        assertThat(html(session, path + "/ubah"))
                .contains("name=\"agenda[0].date\" type=\"date\" value=\"2027-08-13\"");
    }

    @Test
    void timesAreTakenAsTheReportWritesThem() {
        MultiValueMap<String, String> form = complete("Rapat sampai selesai");
        form.set("startsAt", "pukul 09.00 WIB");
        form.add("endsAt", "selesai");
        assertThat(html(session, created(form))).contains("09.00 WIB s.d. selesai");
    }

    @Test
    void aMoveToAnUnreadableDayMovesNothing() {
        String path = published("Rapat tetap");
        MultiValueMap<String, String> move = move();
        move.set("date", "13-08");
        assertThat(body(post(session, path + "/jadwal", move).expectStatus().isEqualTo(422)))
                .contains("Ada 1 isian", "href=\"#date\"", "value=\"13-08\"");
    }

    @Test
    void aPlaceIsAnotherOneByItsRegionToo() {
        MultiValueMap<String, String> online = complete("Rapat daring");
        online.add("onlineUrl", "https://zoom.example/j/1");
        String path = created(online);
        post(session, path + "/terbit", form()).expectStatus().isSeeOther();
        MultiValueMap<String, String> move = move();
        move.add("venue.regionCode.province", "36");
        post(session, path + "/jadwal", move).expectStatus().isSeeOther();
        assertThat(
                        caller.getJson(TestTokens.anyone(), path.replace("/panitia", "/api/events"))
                                .path("venue")
                                .path("regionCode")
                                .stringValue())
                .isEqualTo("36");
    }

    @Test
    void aPublishedEventIsNotMovedToNowhere() {
        String path = published("Rapat bertempat");
        MultiValueMap<String, String> move = move();
        move.add("venue.capacity", "120");
        assertThat(body(post(session, path + "/jadwal", move).expectStatus().isEqualTo(409)))
                .contains("harus tetap memiliki tanggal dan tempat", "value=\"120\"");
    }

    private String published(String title) {
        String path = created(complete(title));
        post(session, path + "/terbit", form()).expectStatus().isSeeOther();
        return path;
    }

    private static MultiValueMap<String, String> move() {
        MultiValueMap<String, String> move = form("date", "2027-08-11", "startsAt", "09:00");
        move.add("timeZone", "Asia/Jakarta");
        move.add("reason", "Gedung dipakai");
        return move;
    }
}
