package id.hadir.attendance.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.sheet.XlsxReader;
import id.hadir.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class AttendanceApiTests {

    private static final String DESK = TestTokens.desk(Sample.AGENCY);
    private static final String ORGANISER = TestTokens.organiser(Sample.AGENCY);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private JsonMapper json;

    private UUID event;
    private UUID baros;
    private UUID dinas;

    /**
     * Five invited units with seven seats: Baros came in person, Anyar is represented by somebody
     * of Baros, the Dinas sent word, the Desa registered and did not come, Ciruas did not even
     * register. And a guest.
     */
    @BeforeEach
    void anEvent() {
        event = sample.event(e -> e);
        baros = invited("Kecamatan Baros", "kecamatan", "36.04.06", 2);
        UUID anyar = invited("Kecamatan Anyar", "kecamatan", "36.04.11", 1);
        dinas = invited("=Dinas \"A\", Serang", "opd", "36.04", 1);
        UUID desa = invited("Desa Baros", "desa", "36.04.06.2001", 2);
        invited("Kecamatan Ciruas", "kecamatan", "36.04.17", 1);
        UUID guest = sample.unit("Dinas Tamu", "opd", "33.18");

        checkIn(api.registered(event, api.person(baros, "Siti Rahayu", Api.nip(1))));
        checkIn(
                api.registered(
                        event, Api.representing(api.person(anyar, "Siti Rahayu", Api.nip(1)))));
        api.registered(event, api.person(desa, "Kades", ""));
        api.post(DESK, path("/walk-ins"), api.person(guest, "Tamu", "")).expectStatus().isCreated();
        ObjectNode excuse =
                json.createObjectNode().put("unitId", dinas.toString()).put("reason", "izin");
        api.post(DESK, path("/excuses"), excuse).expectStatus().isCreated();
    }

    @Test
    void beforeTheEndNobodyIsAbsent() {
        JsonNode totals = api.read(api.get(ORGANISER, path("/attendance")).expectStatus().isOk());
        assertThat(totals.path("totals").toString())
                .isEqualTo(
                        "{\"invitedUnits\":5,\"invitedSeats\":7,\"registered\":4,\"waitlisted\":0,\"attended\":3,"
                            + "\"represented\":1,\"excused\":1,\"absent\":0,\"walkIns\":1,\"people\":2,"
                            + "\"unitsAttended\":3,\"unitsAbsent\":0}");
        assertThat(Instant.parse(totals.path("asOf").stringValue()))
                .isBefore(Instant.now().plusSeconds(5));
        assertThat(states(ORGANISER, ""))
                .containsExactly(
                        "Dinas Tamu present",
                        "=Dinas \"A\", Serang excused",
                        "Kecamatan Baros present",
                        "Desa Baros expected",
                        "Kecamatan Anyar represented",
                        "Kecamatan Ciruas expected");
    }

    @Test
    void afterTheEndTheSeatsOfUnitsWithoutAnybodyAreAbsent() {
        sample.put(Sample.ended(sample.eventNode(event)).put("version", 2));
        JsonNode totals = api.read(api.get(ORGANISER, path("/attendance"))).path("totals");
        assertThat(totals.path("absent").intValue()).isEqualTo(3);
        assertThat(totals.path("unitsAbsent").intValue()).isEqualTo(2);
        assertThat(totals.path("excused").intValue()).isEqualTo(1);
        assertThat(states(ORGANISER, "?state=absent"))
                .containsExactly("Desa Baros absent", "Kecamatan Ciruas absent");

        JsonNode report =
                api.read(api.get(ORGANISER, "/api/reports/attendance?kind=kecamatan&limit=200"));
        assertThat(
                        report.path("items")
                                .valueStream()
                                .filter(
                                        row ->
                                                row.path("unit")
                                                        .path("id")
                                                        .stringValue()
                                                        .equals(baros.toString())))
                .singleElement()
                .satisfies(
                        row ->
                                assertThat(row.toString())
                                        .contains(
                                                "\"invited\":1,\"present\":1,\"represented\":0,\"excused\":0,\"absent\":0,\"rate\":1.0"));
    }

    @Test
    void anOfficialSeesTheUnitsOfTheOwnRegion() {
        JsonNode kecamatan =
                api.read(api.get(TestTokens.official("36.04.06"), path("/attendance")))
                        .path("totals");
        assertThat(kecamatan.path("invitedUnits").intValue()).isEqualTo(2);
        assertThat(kecamatan.path("people").intValue()).isEqualTo(1);
        assertThat(states(TestTokens.official("36.04.06"), ""))
                .containsExactly("Kecamatan Baros present", "Desa Baros expected");
        assertThat(states(TestTokens.official("36.04.0"), "")).isEmpty();
        assertThat(states(TestTokens.official("36.04.06"), "?regionCode=36.04.11")).isEmpty();
        assertThat(states(TestTokens.official(null), "")).hasSize(6);
    }

    @Test
    void rowsAreFilteredAndPaged() {
        assertThat(states(ORGANISER, "?kind=kecamatan&regionCode=36.04")).hasSize(3);
        assertThat(states(ORGANISER, "?state=represented"))
                .containsExactly("Kecamatan Anyar represented");
        JsonNode page = api.read(api.get(ORGANISER, path("/attendance/units?limit=4")));
        assertThat(page.path("items").size()).isEqualTo(4);
        assertThat(states(ORGANISER, "?limit=4&cursor=" + page.path("next").stringValue()))
                .containsExactly("Kecamatan Anyar represented", "Kecamatan Ciruas expected");
        api.get(ORGANISER, path("/attendance/units?state=nonsense")).expectStatus().isEqualTo(422);
        api.get(ORGANISER, path("/attendance/units?format=pdf")).expectStatus().isEqualTo(406);
        api.get(ORGANISER, path("/attendance/units?format=nonsense")).expectStatus().isEqualTo(422);
    }

    @Test
    void theCsvHoldsAllRowsAndNoFormula() {
        String csv =
                new String(
                        api.get(ORGANISER, path("/attendance/units?format=csv"))
                                .expectStatus()
                                .isOk()
                                .expectHeader()
                                .contentType("text/csv;charset=UTF-8")
                                .expectBody()
                                .returnResult()
                                .getResponseBody(),
                        StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(7);
        assertThat(csv.lines().skip(2).findFirst().orElseThrow())
                .isEqualTo("\"'=Dinas \"\"A\"\", Serang\",opd,36.04,1,0,0,0,1,0,excused");
        String report =
                new String(
                        api.get(ORGANISER, "/api/reports/attendance?format=csv")
                                .expectStatus()
                                .isOk()
                                .expectBody()
                                .returnResult()
                                .getResponseBody(),
                        StandardCharsets.UTF_8);
        assertThat(report)
                .contains("unit,kind,regionCode,invited,present,represented,excused,absent,rate");
    }

    @Test
    void theWorkbookHoldsTheSameRows() {
        byte[] workbook =
                api.get(ORGANISER, path("/attendance/units?format=xlsx"))
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        assertThat(XlsxReader.read(workbook))
                .hasSize(6)
                .anySatisfy(
                        row -> {
                            assertThat(row.get("unit")).isEqualTo("=Dinas \"A\", Serang");
                            assertThat(row.get("state")).isEqualTo("excused");
                        });
        byte[] report =
                api.get(ORGANISER, "/api/reports/attendance?format=xlsx")
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        assertThat(XlsxReader.read(report)).isNotEmpty();
    }

    @Test
    void othersSeeNothing() {
        for (String call :
                List.of(
                        "/attendance",
                        "/attendance/units",
                        "/attendance/units?format=csv",
                        "/attendance/stream")) {
            api.get(TestTokens.organiser("another"), path(call)).expectStatus().isForbidden();
            api.get(TestTokens.desk("another"), path(call)).expectStatus().isForbidden();
            api.get(TestTokens.anyone(), path(call)).expectStatus().isUnauthorized();
            api.get(ORGANISER, "/api/events/" + UUID.randomUUID() + call)
                    .expectStatus()
                    .isNotFound();
        }
        api.get(DESK, "/api/reports/attendance").expectStatus().isForbidden();
        api.get(ORGANISER, "/api/reports/attendance?from=yesterday").expectStatus().isEqualTo(422);
        assertThat(
                        api.read(
                                        api.get(
                                                TestTokens.organiser("another"),
                                                "/api/reports/attendance"))
                                .path("items")
                                .size())
                .isZero();
    }

    @Test
    void aPersonWithoutNipIsOnePersonByNameAndPhone() {
        UUID second = sample.event(e -> e);
        for (String unit : List.of("Desa Satu", "Desa Dua")) {
            UUID desa = sample.unit(unit, "desa", "33.18.01.2001");
            sample.invite(second, desa, 1);
            ObjectNode body = api.person(desa, "Sutrisno", "");
            ((ObjectNode) body.path("attendee"))
                    .put("phone", unit.equals("Desa Satu") ? "081234567890" : "081234567891");
            api.post(DESK, "/api/events/" + second + "/walk-ins", body).expectStatus().isCreated();
        }
        JsonNode totals =
                api.read(api.get(ORGANISER, "/api/events/" + second + "/attendance"))
                        .path("totals");
        assertThat(totals.path("people").intValue()).isEqualTo(2);
    }

    @Test
    void theStreamTellsTheTotalsAsTheyChange() {
        var totals =
                api.http()
                        .get()
                        .uri(path("/attendance/stream"))
                        .header("Authorization", "Bearer " + DESK)
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(JsonNode.class)
                        .getResponseBody()
                        .map(event -> event.path("totals").path("attended").intValue());
        StepVerifier.create(totals)
                .expectNext(3)
                .then(() -> checkIn(api.registered(event, api.person(baros, "Budi", ""))))
                .expectNext(4)
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }

    private UUID invited(String name, String kind, String regionCode, int seats) {
        UUID unit = sample.unit(name, kind, regionCode);
        sample.invite(event, unit, seats);
        return unit;
    }

    private void checkIn(JsonNode registration) {
        String code = registration.path("ticket").path("code").stringValue();
        api.post(DESK, path("/check-ins"), json.createObjectNode().put("ticket", code))
                .expectStatus()
                .isOk();
    }

    private List<String> states(String token, String query) {
        return api.read(api.get(token, path("/attendance/units") + query).expectStatus().isOk())
                .path("items")
                .valueStream()
                .map(
                        row ->
                                row.path("unit").path("name").stringValue()
                                        + " "
                                        + row.path("state").stringValue())
                .toList();
    }

    private String path(String rest) {
        return "/api/events/" + event + rest;
    }
}
