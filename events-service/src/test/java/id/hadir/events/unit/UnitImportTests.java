package id.hadir.events.unit;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What comes of a file is told before anything of it is taken in. */
@ServiceTest
class UnitImportTests {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final String ORGANISER =
            TestTokens.organiser("0198c0de-0000-7000-8000-000000000001");
    private static final String HEADING = "name,kind,regionCode,headTitle,email,phone\n";

    @Autowired Caller caller;

    private ResponseSpec send(String query, MediaType type, Object file) {
        return send(ORGANISER, query, type, file);
    }

    private ResponseSpec send(String token, String query, MediaType type, Object file) {
        return caller.request(HttpMethod.POST, token, "/api/units/import" + query)
                .contentType(type)
                .bodyValue(file)
                .exchange();
    }

    private JsonNode found(String words) {
        return caller.getJson(TestTokens.anyone(), "/api/units?regionCode=33.74&q={q}", words)
                .path("items");
    }

    @Test
    void aPreviewTellsWhatEachLineWouldDoAndDoesNothing() {
        send("", CSV, HEADING + "Badan Lama,opd,33.74,Kepala Badan,,\nBadan Tetap,opd,33.74,,,\n")
                .expectStatus()
                .isOk();
        JsonNode preview =
                caller.json(
                        send(
                                        organiserOf("33.74"),
                                        "?preview=true",
                                        CSV,
                                        HEADING
                                                + "Badan Lama,opd,33.74,Plt. Kepala Badan,,\n"
                                                + "Badan Tetap,opd,33.74,,,\n"
                                                + "Badan Baru,opd,33.74,,,\n")
                                .expectStatus()
                                .isOk());
        assertThat(preview)
                .hasToString(
                        "{\"created\":1,\"updated\":1,\"unchanged\":1,\"changes\":[{\"line\":2,\"name\":\"Badan"
                            + " Lama\",\"change\":\"changed\"},{\"line\":4,\"name\":\"Badan"
                            + " Baru\",\"change\":\"new\"}],\"unreadColumns\":[]}");
        assertThat(found("badan baru")).isEmpty();
        assertThat(found("badan lama").path(0).path("headTitle").stringValue())
                .isEqualTo("Kepala Badan");
    }

    @Test
    void aPreviewTellsWhichColumnsAreNotRead() {
        JsonNode preview =
                caller.json(
                        send(
                                        organiserOf("33.74"),
                                        "?preview=true",
                                        CSV,
                                        "no,nama,jenis,wilayah,WhatsApp,Kepala,pimpinan\n"
                                                + "1,Badan Kolom,opd,33.74,0812,Kepala,Ibu A\n")
                                .expectStatus()
                                .isOk());
        assertThat(preview.path("unreadColumns")).hasToString("[\"WhatsApp\",\"Kepala\"]");
    }

    @Test
    void aFileChangesUnitsInTheRegionOfTheOwnAgencyOnlyButEntersThemAnywhere() {
        String lines = HEADING + "Dinas Batas,opd,33.74,,dinas@semarang.example.go.id,\n";
        String change = HEADING + "Dinas Batas,opd,33.74,,orang@lain.example.org,\n";
        String neighbour = organiserOf("33.24");
        send(neighbour, "", CSV, lines).expectStatus().isOk();
        for (String query : new String[] {"", "?preview=true"}) {
            JsonNode problem =
                    caller.json(send(neighbour, query, CSV, change).expectStatus().isEqualTo(422));
            assertThat(problem.path("errors")).hasSize(1);
            assertThat(problem.path("errors").path(0).path("line").intValue()).isEqualTo(2);
            assertThat(problem.path("errors").path(0).path("code").stringValue())
                    .isEqualTo("not-your-region");
        }
        String unchanged = "{\"created\":0,\"updated\":0,\"unchanged\":1}";
        String updated = "{\"created\":0,\"updated\":1,\"unchanged\":0}";
        assertThat(caller.json(send(neighbour, "", CSV, lines))).hasToString(unchanged);
        assertThat(caller.json(send(organiserOf("33"), "", CSV, change))).hasToString(updated);
        assertThat(caller.json(send(TestTokens.admin(), "", CSV, lines))).hasToString(updated);
    }

    private String organiserOf(String region) {
        return TestTokens.organiser(caller.agency("KPU " + region, region));
    }

    @Test
    void aPreviewTellsEveryBadLine() {
        JsonNode problem =
                caller.json(
                        send(
                                        "?preview=true",
                                        CSV,
                                        HEADING
                                                + "A,opd,33.99,,,\n"
                                                + ",opd,33.74,,x,y\n"
                                                + "B,opd,33.74,,,\n")
                                .expectStatus()
                                .isEqualTo(422));
        assertThat(
                        problem.path("errors")
                                .valueStream()
                                .map(e -> e.path("line") + " " + e.path("field").stringValue()))
                .containsExactly("2 regionCode", "3 name", "3 email", "3 phone");
    }

    @Test
    void aWorkbookIsTakenInWithHeadingsAsOrganisersWriteThem() throws IOException {
        byte[] workbook =
                workbook(
                        new String[] {"No", "Nama", "Jenis", "Kode Wilayah", "Jabatan Kepala"},
                        new String[] {"1", "Dinas Arsip", "OPD", "33.74", "Kepala Dinas Arsip"},
                        new String[] {"", "", "", "", ""},
                        new String[] {"2", "Dinas Pasar", "opd", "33.74", ""});
        JsonNode counts = caller.json(send("", XLSX, workbook).expectStatus().isOk());
        assertThat(counts).hasToString("{\"created\":2,\"updated\":0,\"unchanged\":0}");
        assertThat(found("kepala dinas arsip")).hasSize(1);
    }

    @Test
    void aBadRowOfAWorkbookIsToldByItsNumberAndLetsNothingIn() throws IOException {
        byte[] workbook =
                workbook(
                        new String[] {"name", "kind", "regionCode"},
                        new String[] {"Dinas Kebun", "opd", "33.74"},
                        new String[] {"Dinas Hutan", "camat", "33.74"});
        JsonNode problem = caller.json(send("", XLSX, workbook).expectStatus().isEqualTo(422));
        assertThat(problem.path("errors")).hasSize(1);
        assertThat(problem.path("errors").path(0).path("line").intValue()).isEqualTo(3);
        assertThat(found("dinas kebun")).isEmpty();
    }

    @Test
    void whatIsNoWorkbookIsTold() {
        JsonNode problem =
                caller.json(
                        send("", XLSX, new byte[] {'P', 'K', 3, 4, 0})
                                .expectStatus()
                                .isEqualTo(422));
        assertThat(problem.path("errors").path(0).path("code").stringValue())
                .isEqualTo("unreadable-workbook");
    }

    private static byte[] workbook(String[]... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Hadir", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("OPD");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    if (!rows[row][column].isEmpty()) {
                        sheet.value(row, column, rows[row][column]);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }
}
