package id.hadir.events.share;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@ServiceTest
class InvitationTextApiTests {

    @Autowired Caller caller;
    private String organiser = "";
    private String event = "";
    private String path = "";

    @BeforeEach
    void publishedEventWithTheDistrictsOfSerangInvited() {
        String agency = caller.agency("Sekretariat Daerah Kabupaten Serang", "36.04");
        organiser = TestTokens.organiser(agency);
        event =
                caller.event(
                                agency,
                                Map.of(
                                        "type", "sosialisasi",
                                        "title", "Netralitas ASN & Pilkada",
                                        "venue",
                                                Map.of(
                                                        "name",
                                                        "Hotel Le Dian",
                                                        "regionCode",
                                                        "36.04"),
                                        "startsAt", "2027-08-11T09:00:00+07:00",
                                        "endsAt", "2027-08-11T12:00:00+07:00"))
                        .path("id")
                        .stringValue();
        path = "/api/events/" + event + "/invitation-text";
        caller.post(organiser, "/api/events/" + event + "/publish", "{}").expectStatus().isOk();
        caller.post(
                        organiser,
                        "/api/events/" + event + "/invitations",
                        Map.of(
                                "audience",
                                List.of(
                                        Map.of(
                                                "kind",
                                                "kecamatan",
                                                "regionCode",
                                                "36.04",
                                                "seats",
                                                2,
                                                "inPerson",
                                                true)),
                                "answerBy",
                                "2027-08-09T16:00:00+07:00"))
                .expectStatus()
                .isOk();
    }

    @Test
    void eachOfficeHasItsOwnTextWithItsLinkItsCodeAndItsDeadline() {
        JsonNode texts = indonesian(path + "?limit=20");
        assertThat(texts.path("text").stringValue())
                .startsWith("Netralitas ASN & Pilkada\n\nWaktu: Rabu, 11 Agustus 2027")
                .contains("pukul 09.00 s.d. 12.00 WIB", "Tempat: Hotel Le Dian, Kabupaten Serang")
                .doesNotContain("undangan=");
        assertThat(texts.path("items")).hasSize(20);
        JsonNode rest = indonesian(path + "?limit=20&cursor=" + texts.path("next").stringValue());
        assertThat(rest.path("items")).hasSize(9);
        assertThat(rest.path("next").isNull()).isTrue();
        for (JsonNode office : texts.path("items")) {
            assertThat(office.path("text").stringValue())
                    .startsWith("Kepada Yth. " + office.path("addressee").stringValue())
                    .contains("Peserta: 2 orang, tidak dapat diwakilkan")
                    .contains("jawaban paling lambat Senin, 9 Agustus 2027, pukul 16.00 WIB")
                    .contains("/daftar?undangan=", office.path("url").stringValue() + "\n")
                    .contains("kode " + office.path("code").stringValue() + " di http");
            String link = office.path("whatsAppUrl").stringValue();
            assertThat(link).startsWith("https://wa.me/?text=Kepada%20Yth").doesNotContain("+");
            assertThat(URLDecoder.decode(link, StandardCharsets.UTF_8))
                    .endsWith(office.path("text").stringValue());
        }
    }

    @Test
    void oneOfficeMayBeAskedForAlone() {
        JsonNode first = indonesian(path).path("items").get(0);
        String unit = first.path("unit").path("id").stringValue();
        assertThat(indonesian(path + "?unitId=" + unit).path("items"))
                .singleElement()
                .isEqualTo(first);
        caller.get(organiser, path + "?unitId=" + UUID.randomUUID()).expectStatus().isNotFound();
        caller.get(organiser, path + "?unitId=x").expectStatus().isNotFound();
    }

    @Test
    void itIsInTheLanguageThatIsAskedFor() {
        assertThat(caller.getJson(organiser, path).path("items").get(0).path("text").stringValue())
                .startsWith("To Camat ")
                .contains("When: Wednesday", "Please answer by Monday, 9 August 2027");
    }

    @Test
    void ofAMovedEventTheEarlierPlanIsToldAndOfACancelledOneNoRegistration() {
        caller.post(
                        organiser,
                        "/api/events/" + event + "/reschedule",
                        Map.of("startsAt", "2027-08-12T13:00:00+07:00", "reason", "Hotel penuh"))
                .expectStatus()
                .isOk();
        assertThat(firstText())
                .contains("DIUBAH. Semula: Rabu, 11 Agustus 2027", "Waktu: Kamis, 12 Agustus 2027")
                .contains("undangan=");
        caller.post(organiser, "/api/events/" + event + "/cancel", Map.of("reason", "Banjir"))
                .expectStatus()
                .isOk();
        assertThat(firstText())
                .contains("DIBATALKAN. Alasan: Banjir", "Keterangan:\n")
                .doesNotContain("undangan=", "jawaban", "Pendaftaran");
    }

    @Test
    void anotherAgencysOrganiserReadsNone() {
        String stranger = TestTokens.organiser(caller.agency("KPU Kota Serang", "36.73"));
        caller.get(stranger, path).expectStatus().isForbidden();
    }

    private String firstText() {
        return indonesian(path).path("items").get(0).path("text").stringValue();
    }

    private JsonNode indonesian(String address) {
        return caller.json(
                caller.request(HttpMethod.GET, organiser, address)
                        .headers(headers -> headers.set("Accept-Language", "id"))
                        .exchange()
                        .expectStatus()
                        .isOk());
    }
}
