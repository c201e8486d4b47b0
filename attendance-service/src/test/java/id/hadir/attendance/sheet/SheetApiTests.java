package id.hadir.attendance.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.PdfText;
import id.hadir.kit.test.TestTokens;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class SheetApiTests {

    private static final String DESK = TestTokens.desk(Sample.AGENCY);
    private static final String ORGANISER = TestTokens.organiser(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private JsonMapper json;

    private UUID event;
    private UUID baros;

    /** Baros has two seats and one person, Anyar is represented, Ciruas has nobody yet. */
    @BeforeEach
    void anEventWithThreeOffices() {
        event = sample.event(e -> e);
        baros = invited("Kecamatan Baros", "36.04.06", 2);
        UUID anyar = invited("Kecamatan Anyar", "36.04.11", 1);
        invited("Kecamatan Ciruas", "36.04.17", 1);
        checkIn(api.registered(event, api.person(baros, "Siti Rahayu, S.H. 会", Api.nip(7))));
        api.registered(event, Api.representing(api.person(anyar, "Budi", "")));
    }

    @Test
    void beforeTheEndItIsToBeSignedByThoseWhoAreRegisteredAndHasRoomForTheOthers() {
        PdfText sheet = sheet(DESK, "");
        assertThat(sheet.size()).isEqualTo("297 x 210");
        assertThat(sheet.foreignFonts()).isEmpty();
        assertThat(sheet.pages().getFirst())
                .startsWith(
                        "BAWASLU JAWA TENGAH DAFTAR HADIR Acara : Rapat Koordinasi Hari/tanggal :")
                .contains("WIB s.d. selesai", "Tempat : Hotel Grand Candi")
                .contains("No. Nama NIP Pangkat/Gol. Jabatan OPD/Instansi Tanda tangan Ket.")
                .contains("Siti Rahayu, S.H. ?", Api.nip(7), "Kecamatan Baros")
                .contains("Kecamatan Anyar", "mewakili Camat", "Kecamatan Ciruas", "tamu")
                .contains("Halaman 1/" + sheet.pages().size());
        String all = String.join(" ", sheet.pages());
        assertThat(all)
                .contains("Mengetahui,", " 24. ")
                .doesNotContain(" 25. ", "0812", "Jumlah yang hadir");
        assertThat(sheet.pages().getLast()).startsWith("Daftar hadir: Rapat Koordinasi, ");
    }

    @Test
    void afterTheEndItTellsWhoWasThereAndWhen() {
        sample.put(Sample.ended(sample.eventNode(event)).put("version", 2));
        PdfText sheet = sheet(ORGANISER, "?paper=f4");
        assertThat(sheet.size()).isEqualTo("330 x 215");
        assertThat(String.join(" ", sheet.pages()))
                .contains("Siti Rahayu", "WIB", "Jumlah yang hadir: 1 orang dari 1 kantor")
                .doesNotContain("Budi", "Ciruas", "tamu");
        assertThat(String.join(" ", sheet(ORGANISER, "?rows=registered").pages()))
                .contains("Budi", "Kecamatan Ciruas", "tamu");
        api.get(ORGANISER, path("?rows=all")).expectStatus().isEqualTo(422);
        api.get(ORGANISER, path("?paper=a3")).expectStatus().isEqualTo(422);
    }

    @Test
    void anOfficialGetsTheOwnRegionWithNipsThatCannotBeRead() {
        String sheet = String.join(" ", sheet(TestTokens.official("36.04.06"), "").pages());
        assertThat(sheet)
                .contains("Siti Rahayu", "…" + Api.nip(7).substring(15))
                .doesNotContain(Api.nip(7), "Anyar", "Ciruas");
        assertThat(String.join(" ", sheet(ORGANISER, "?regionCode=36.04.11").pages()))
                .contains("Anyar")
                .doesNotContain("Kecamatan Baros", "Ciruas");
    }

    @Test
    void anotherAgencyGetsNone() {
        api.get(TestTokens.organiser("another"), path("")).expectStatus().isForbidden();
        api.get(TestTokens.desk("another"), path("")).expectStatus().isForbidden();
        api.get(TestTokens.anyone(), path("")).expectStatus().isUnauthorized();
    }

    @Test
    void moreRowsThanAFileHoldsAreToBePrintedByRegion() {
        invited("Provinsi Banten", "36", 10_000);
        JsonNode problem = api.read(api.get(ORGANISER, path("")).expectStatus().isEqualTo(409));
        assertThat(problem.path("code").stringValue()).isEqualTo("sheet-too-long");
        assertThat(sheet(ORGANISER, "?regionCode=36.04").pages()).isNotEmpty();
    }

    private UUID invited(String name, String regionCode, int seats) {
        UUID unit = sample.unit(name, "kecamatan", regionCode);
        sample.invite(event, unit, seats);
        return unit;
    }

    private void checkIn(JsonNode registration) {
        var scan =
                json.createObjectNode()
                        .put("ticket", registration.path("ticket").path("code").stringValue())
                        .put("scannedAt", Instant.now().toString())
                        .put("nonce", UUID.randomUUID().toString());
        api.post(DESK, "/api/events/" + event + "/check-ins", scan).expectStatus().isOk();
    }

    private String path(String query) {
        return "/api/events/" + event + "/attendance/sheet.pdf" + query;
    }

    private PdfText sheet(String token, String query) {
        byte[] pdf =
                api.get(token, path(query))
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PDF)
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        return PdfText.of(Objects.requireNonNull(pdf));
    }
}
