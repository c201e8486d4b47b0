package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.sheet.XlsxWriter;
import id.hadir.kit.test.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The list of registrations, and the table that fills it. */
@ServiceTest
class ParticipantsApiTests {

    private static final String ORGANISER = TestTokens.organiser(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;

    private UUID event;
    private UUID unit;
    private String path;

    @BeforeEach
    void anEvent() {
        event = sample.event(e -> e);
        unit = sample.invitedUnit(event, 10);
        path = "/api/events/" + event + "/registrations";
    }

    @Test
    void theListIsPagedInTheOrderOfRegistration() {
        List<String> names = List.of("Ani", "Budi", "Citra", "Dewi", "Eko");
        names.forEach(name -> api.registered(event, api.person(unit, name, "")));
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    api.read(
                            api.get(ORGANISER, path + "?limit=2&cursor=" + next)
                                    .expectStatus()
                                    .isOk());
            page.path("items")
                    .valueStream()
                    .forEach(row -> seen.add(row.path("attendee").path("name").stringValue()));
            next = page.path("next").stringValue("");
        } while (!next.isEmpty());
        assertThat(seen).containsExactlyElementsOf(names);
        api.get(ORGANISER, path + "?limit=0").expectStatus().isEqualTo(422);
        api.get(ORGANISER, path + "?cursor=nonsense").expectStatus().isEqualTo(422);
    }

    @Test
    void theListIsFiltered() {
        api.registered(event, api.person(unit, "Siti 100% Rahayu", Api.nip(1)));
        api.registered(event, api.person(unit, "Budi", Api.nip(2)));
        assertThat(names("?q=100%")).containsExactly("Siti 100% Rahayu");
        assertThat(names("?q=siti")).containsExactly("Siti 100% Rahayu");
        assertThat(names("?q=" + Api.nip(2))).containsExactly("Budi");
        assertThat(names("?status=waitlisted")).isEmpty();
        assertThat(names("?unitId=" + unit)).hasSize(2);
        assertThat(names("?unitId=nonsense")).isEmpty();
        api.get(ORGANISER, path + "?status=nonsense").expectStatus().isEqualTo(422);
    }

    @Test
    void theDeskSeesNoContactsAndNobodySeesTickets() {
        JsonNode registered = api.registered(event, api.person(unit, "Budi", ""));
        String code = registered.path("ticket").path("code").stringValue();
        String full = api.read(api.get(ORGANISER, path)).toString();
        assertThat(full).contains("+6281234567890").doesNotContain(code);
        String desk = api.read(api.get(TestTokens.desk(Sample.AGENCY), path)).toString();
        assertThat(desk).contains("Budi").doesNotContain("+6281234567890", "phone", "email", code);
        api.get(TestTokens.organiser("another"), path).expectStatus().isForbidden();
        api.get(TestTokens.official("33"), path).expectStatus().isForbidden();
        api.get(TestTokens.anyone(), path).expectStatus().isUnauthorized();
    }

    @Test
    void aTableIsImportedAndItsBadRowsTold() {
        JsonNode answer =
                imported(
                        """
                        name,nip,position,phone,unitName,representingPosition,attended
                        "Siti Rahayu, S.H.",%s,Camat,081234567890,Kecamatan Baros,,ya
                        Budi,,,,kecamatan baros,Camat Baros,
                        Budi,,,,Kecamatan Baros,,
                        ,,,,Kecamatan Baros,,
                        Citra,123,,,Kecamatan Baros,,
                        Dewi,,,,Kecamatan Lain,,
                        """
                                .formatted(Api.nip(1)));
        assertThat(answer.path("created").intValue()).isEqualTo(2);
        assertThat(answer.path("waitlisted").intValue()).isZero();
        assertThat(
                        answer.path("rejected")
                                .valueStream()
                                .map(r -> r.path("line") + " " + r.path("code").stringValue()))
                .containsExactly(
                        "4 already-registered", "5 required", "6 nip-length", "7 not-invited");
        assertThat(answer.path("rejected").get(2).path("message").stringValue()).contains("18");
        assertThat(names("")).containsExactly("Siti Rahayu, S.H.", "Budi");
        JsonNode first = api.read(api.get(ORGANISER, path)).path("items").get(0);
        assertThat(first.path("source").stringValue()).isEqualTo("import");
        assertThat(first.path("checkedInAt").isNull()).isFalse();
    }

    @Test
    void semicolonsAndTwoDesaOfOneName() {
        UUID one = sample.unit("Desa Sukoharjo", "desa", "33.18.01.2001");
        UUID two = sample.unit("Desa Sukoharjo", "desa", "33.18.02.2001");
        sample.invite(event, one, 1);
        sample.invite(event, two, 1);
        JsonNode answer =
                imported(
                        "\ufeffnama;instansi;unitId\nBudi;Desa Sukoharjo;\nCitra;Desa Sukoharjo;"
                                + two
                                + "\n");
        assertThat(answer.path("created").intValue()).isEqualTo(1);
        assertThat(answer.path("rejected").get(0).path("code").stringValue())
                .isEqualTo("ambiguous-unit");
    }

    @Test
    void aWorkbookIsReadAsATableIs() throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        try (XlsxWriter writer =
                new XlsxWriter(workbook, "Peserta", List.of("Nama", "NIP", "Instansi"))) {
            writer.write(List.of("Siti Rahayu", Api.nip(1), "Kecamatan Baros"));
            writer.write(List.of("Budi", 197805122003010000L, "Kecamatan Baros"));
        }
        JsonNode answer =
                api.read(table(ORGANISER, XLSX, workbook.toByteArray()).expectStatus().isOk());
        assertThat(answer.path("created").intValue()).isEqualTo(1);
        assertThat(answer.path("rejected").get(0).toString()).contains("\"line\":3", "nip-");
    }

    @Test
    void paperIsTypedInAfterTheEvent() {
        UUID past = sample.event(Sample::ended);
        UUID invited = sample.invitedUnit(past, 1);
        path = "/api/events/" + past + "/registrations";
        assertThat(
                        imported("name,unitId,attended\nBudi," + invited + ",1\n")
                                .path("created")
                                .intValue())
                .isEqualTo(1);
    }

    @Test
    void anImportOfManyRowsKeepsTheirOrderOnTheWaitlist() {
        UUID small = sample.openEvent(e -> e.put("capacity", 100));
        path = "/api/events/" + small + "/registrations";
        StringBuilder table = new StringBuilder("name,unitName\n");
        for (int i = 1; i <= 1500; i++) {
            table.append("Peserta ").append(i).append(",Dinas Baru\n");
        }
        JsonNode answer = imported(table.toString());
        assertThat(answer.path("created").intValue()).isEqualTo(100);
        assertThat(answer.path("waitlisted").intValue()).isEqualTo(1400);
        assertThat(names("?limit=200&status=confirmed"))
                .hasSize(100)
                .contains("Peserta 1", "Peserta 100")
                .doesNotContain("Peserta 101");
    }

    @Test
    void whoWasThereIsCountedHoweverFullTheEvent() {
        UUID full = sample.event(e -> Sample.noWaitlist(e.put("capacity", 1)));
        UUID unit = sample.invitedUnit(full, 1);
        api.registered(full, api.person(unit, "Siti", ""));
        path = "/api/events/" + full + "/registrations";
        JsonNode answer =
                imported("nama,unitId,hadir\nBudi," + unit + ",ya\nCitra," + unit + ",\n");
        assertThat(answer.path("created").intValue()).isOne();
        assertThat(answer.path("rejected").get(0).path("code").stringValue())
                .isEqualTo("unit-seats-taken");
    }

    @Test
    void aMuchLargerRoomConfirmsAllWhoWait() {
        UUID small = sample.openEvent(e -> e.put("capacity", 10));
        path = "/api/events/" + small + "/registrations";
        StringBuilder table = new StringBuilder("name,unitName\n");
        for (int i = 1; i <= 1_200; i++) {
            table.append("Peserta ").append(i).append(",Dinas Baru\n");
        }
        imported(table.toString());
        sample.put(
                Sample.mode(sample.eventNode(small), "open")
                        .put("version", 2)
                        .put("capacity", 1_150));
        assertThat(
                        api.read(
                                        api.get(
                                                TestTokens.anyone(),
                                                "/api/events/" + small + "/availability"))
                                .toString())
                .isEqualTo(
                        "{\"capacity\":1150,\"confirmed\":1150,\"waitlisted\":50,\"remaining\":0}");
    }

    @Test
    void onlyTablesOfTheOwnAgencyAreTaken() {
        table(TestTokens.organiser("another"), "text/csv", "name\nBudi\n".getBytes())
                .expectStatus()
                .isForbidden();
        table(TestTokens.desk(Sample.AGENCY), "text/csv", "name\nBudi\n".getBytes())
                .expectStatus()
                .isForbidden();
        table(ORGANISER, "text/csv", new byte[] {'n', (byte) 0xff}).expectStatus().isBadRequest();
        table(ORGANISER, "text/csv", "name\n\"Budi".getBytes()).expectStatus().isBadRequest();
        table(ORGANISER, "application/pdf", new byte[] {1}).expectStatus().isEqualTo(415);
        table(ORGANISER, XLSX, new byte[] {1, 2, 3}).expectStatus().isBadRequest();
        table(ORGANISER, "text/csv", new byte[0]).expectStatus().isBadRequest();
    }

    @Test
    void aTableMayBeAsLargeAsTheGatewayLetsThrough() {
        String remark = "catatan ".repeat(100_000);
        JsonNode answer =
                imported(
                        "name,unitName,remark\nBudi,Kecamatan Baros,%s\nCitra,Kecamatan Baros,%s\n"
                                .formatted(remark, remark));
        assertThat(answer.path("created").intValue()).isEqualTo(2);
        table(ORGANISER, "text/csv", new byte[12 * 1024 * 1024 + 1]).expectStatus().isEqualTo(413);
    }

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private JsonNode imported(String table) {
        return api.read(
                table(ORGANISER, "text/csv", table.getBytes(StandardCharsets.UTF_8))
                        .expectStatus()
                        .isOk());
    }

    private WebTestClient.ResponseSpec table(String token, String type, byte[] bytes) {
        return api.send(token, path + "/import", MediaType.parseMediaType(type), bytes);
    }

    private List<String> names(String query) {
        return api.read(api.get(ORGANISER, path + query).expectStatus().isOk())
                .path("items")
                .valueStream()
                .map(row -> row.path("attendee").path("name").stringValue())
                .toList();
    }
}
