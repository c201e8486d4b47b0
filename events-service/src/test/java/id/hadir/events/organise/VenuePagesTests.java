package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;

/** A venue is chosen instead of typed, and the form says what follows from it. */
@ServiceTest
class VenuePagesTests extends OrganiserTest {

    private final String hall = "Pendopo " + UUID.randomUUID();

    private MultiValueMap<String, String> inHall() {
        MultiValueMap<String, String> form = complete("Rapat di pendopo");
        form.set("venue.name", hall);
        form.add("venue.address", "Jalan Tombronegoro 1");
        form.add("venue.capacity", "120");
        return form;
    }

    private static String choice(String html) {
        Matcher button = Pattern.compile("value=\"tempat:([^\"]+)\"").matcher(html);
        assertThat(button.find()).isTrue();
        return button.group(1);
    }

    @Test
    void aVenueIsSearchedAndTakenWithoutScript() {
        created(inHall());
        MultiValueMap<String, String> form = form("title", "Rapat lagi", "venue.name", hall);
        form.add("lanjut", "tempat");
        String id = choice(body(post(session, "/panitia/baru", form).expectStatus().isOk()));
        form.set("lanjut", "tempat:" + id);
        String filled = body(post(session, "/panitia/baru", form).expectStatus().isOk());
        assertThat(filled)
                .contains("value=\"Rapat lagi\"", "value=\"Jalan Tombronegoro 1\"")
                .contains("value=\"120\"", "value=\"33.18\" selected");
    }

    @Test
    void aVenueIsOfferedWhileItIsTyped() {
        String path = created(inHall());
        String offered = html(session, "/panitia/tempat?venue.name=" + hall.substring(0, 20));
        assertThat(offered).contains(hall, "daya tampung 120").doesNotContain("<html");
        assertThat(html(session, "/panitia/tempat/" + choice(offered)))
                .contains("id=\"isian-tempat\"", "value=\"Jalan Tombronegoro 1\"");
        String stranger =
                TestTokens.organiserSession(caller.agency("KPU Kota Kediri", "35.71"), CSRF);
        caller.get(stranger, "/panitia/tempat?venue.name=" + hall)
                .expectStatus()
                .isOk()
                .expectBody()
                .isEmpty();
        assertThat(html(session, path + "/jadwal")).contains("id=\"isian-tempat\"");
    }

    @Test
    void moreSeatsThanTheVenueHoldsArePointedOutButSaved() {
        MultiValueMap<String, String> form = inHall();
        form.add("capacity", "150");
        String told = "Jumlah kursi, 150, melebihi daya tampung tempat, 120.";
        assertThat(body(post(session, "/panitia/petunjuk", form))).contains(told);
        assertThat(html(session, created(form) + "/ubah")).contains(told);
    }

    @Test
    void anEditedTimeIsInTheZoneThatTheFormSays() {
        String here = caller.agency("Bawaslu Kabupaten Jayapura", "91.03");
        String organiser = TestTokens.organiserSession(here, CSRF);
        MultiValueMap<String, String> typed = form("type", "rakor", "title", "Rakor Sentani");
        typed.add("registration.mode", "invited");
        String path = location(post(organiser, "/panitia/baru", typed));
        typed.add("version", "1");
        typed.add("date", "11/8/2027");
        typed.add("startsAt", "09.00");
        post(organiser, path + "/ubah", typed).expectStatus().isSeeOther();
        assertThat(html(organiser, path)).contains("pukul 09.00 WIT");
    }

    @Test
    void theZoneFollowsTheVenueAndIsSaid() {
        assertThat(hinted("venue.regionCode.province", "71")).contains("WITA, dari wilayah tempat");
        assertThat(hinted("venue.regionCode.province", "33")).contains("WIB, dari wilayah tempat");
        assertThat(hinted("title", "x")).contains("WIB, dari wilayah instansi");
        MultiValueMap<String, String> other = form("timeZone", "Asia/Jayapura");
        other.add("venue.regionCode.province", "71");
        assertThat(body(post(session, "/panitia/petunjuk", other)))
                .contains("WIT; wilayah tempatnya WITA");
    }

    /** Nine o'clock is nine o'clock where the agency is. */
    @Test
    void withoutAVenueTimesAreThoseOfTheAgency() {
        String away =
                TestTokens.organiserSession(caller.agency("Bawaslu Provinsi Papua", "91"), CSRF);
        MultiValueMap<String, String> form =
                form("type", "rakor", "title", "Rapat", "date", "2027-08-11", "startsAt", "09.00");
        assertThat(html(away, location(post(away, "/panitia/baru", form)))).contains("09.00 WIT");
    }

    private String hinted(String field, String value) {
        return body(post(session, "/panitia/petunjuk", form(field, value)).expectStatus().isOk());
    }
}
