package id.hadir.events.unit;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@ServiceTest
class UnitApiTests {

    private static final String ORGANISER =
            TestTokens.organiser("0198c0de-0000-7000-8000-000000000001");

    @Autowired Caller caller;

    private JsonNode units(String query, Object... values) {
        return caller.getJson(TestTokens.anyone(), "/api/units?" + query, values);
    }

    private static List<String> names(JsonNode listing) {
        return listing.path("items")
                .valueStream()
                .map(unit -> unit.path("name").stringValue())
                .toList();
    }

    private ResponseSpec importFile(String csv) {
        return importFile(ORGANISER, csv);
    }

    private ResponseSpec importFile(String token, String csv) {
        return caller.request(HttpMethod.POST, token, "/api/units/import")
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue(csv)
                .exchange();
    }

    @Test
    void aUnitIsShownWithItsHeadAndItsParentButNoAddresses() {
        JsonNode camat = units("regionCode=36.04.06&kind=kecamatan").path("items").path(0);
        assertThat(camat.propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "name", "kind", "regionCode", "headTitle", "parentId");
        assertThat(camat.path("headTitle").stringValue()).isEqualTo("Camat Waringinkurung");
        JsonNode pemda = units("regionCode=36.04&kind=pemda-kabupaten-kota").path("items").path(0);
        assertThat(camat.path("parentId")).isEqualTo(pemda.path("id"));
        assertThat(pemda.path("headTitle").stringValue()).isEqualTo("Bupati");
        assertThat(
                        caller.getJson(
                                TestTokens.anyone(),
                                "/api/units/{id}",
                                camat.path("id").stringValue()))
                .isEqualTo(camat);
    }

    @ParameterizedTest
    @CsvSource({
        "kind=pemda-kabupaten-kota&regionCode=31, 0",
        "kind=pemda-provinsi, 38",
        "kind=kecamatan&regionCode=33.18, 21",
        "kind=kecamatan&regionCode=33.1, -1",
        "kind=desa-adat, 14",
        "regionCode=99, 0",
    })
    void theFiltersHold(String query, int count) {
        if (count < 0) {
            caller.get(TestTokens.anyone(), "/api/units?" + query).expectStatus().isEqualTo(422);
        } else {
            assertThat(units(query).path("items")).hasSize(count);
        }
    }

    @Test
    void aListIsReadToItsEndWithoutGapOrRepetition() {
        List<String> seen = new ArrayList<>();
        JsonNode page = units("regionCode=33.18&kind=desa&limit=100");
        while (true) {
            page.path("items").valueStream().forEach(u -> seen.add(u.path("id").stringValue()));
            if (page.path("next").isNull()) {
                break;
            }
            page =
                    units(
                            "regionCode=33.18&kind=desa&limit=100&cursor={cursor}",
                            page.path("next").stringValue());
        }
        assertThat(seen).hasSize(401).doesNotHaveDuplicates();
    }

    @Test
    void aSearchFindsNamesAndHeadsTheBeginningsFirst() {
        List<String> found = names(units("q=baros&kind=kecamatan"));
        assertThat(found.getFirst()).isEqualTo("Kecamatan Baros");
        assertThat(names(units("q={q}&regionCode=36.04", "camat baros")))
                .containsExactly("Kecamatan Baros");
        assertThat(names(units("q={q}&regionCode=35.13.15", "SOKAAN"))).contains("Desa Soka\"an");
    }

    /** Few and many hits are found in two ways; both go on where they stopped. */
    @ParameterizedTest
    @ValueSource(strings = {"regionCode=33.18&q=desa", "q=sidomulyo", "q=desa&kind=desa", "q=d"})
    void aSearchGoesOnWhereItStopped(String query) {
        JsonNode all = units(query + "&limit=60");
        List<String> pieces = new ArrayList<>();
        JsonNode page = units(query + "&limit=20");
        for (int i = 0; i < 3; i++) {
            pieces.addAll(names(page));
            if (page.path("next").isNull()) {
                break;
            }
            page = units(query + "&limit=20&cursor={cursor}", page.path("next").stringValue());
        }
        assertThat(pieces).isEqualTo(names(all)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=dinas",
                "limit=0",
                "limit=201",
                "cursor=!",
                "cursor=eA",
                "regionCode=x"
            })
    void aWrongParameterIsTold(String query) {
        caller.get(TestTokens.anyone(), "/api/units?" + query)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0198c0de-0000-7000-8000-000000000000"})
    void anUnknownUnitIsNotFound(String id) {
        caller.get(TestTokens.anyone(), "/api/units/" + id).expectStatus().isNotFound();
    }

    @Test
    void aNewUnitHasItsParentAndIsRefusedASecondTime() {
        Map<String, String> dinas =
                Map.of(
                        "name", "Dinas Kesehatan",
                        "kind", "opd",
                        "regionCode", "33.19",
                        "headTitle", "Kepala Dinas Kesehatan",
                        "email", "dinkes@kudus.go.id");
        JsonNode added =
                caller.json(caller.post(ORGANISER, "/api/units", dinas).expectStatus().isCreated());
        JsonNode pemda = units("regionCode=33.19&kind=pemda-kabupaten-kota").path("items").path(0);
        assertThat(added.path("parentId")).isEqualTo(pemda.path("id"));
        assertThat(names(units("q={q}&regionCode=33.19", "kepala dinas kes")))
                .containsExactly("Dinas Kesehatan");
        caller.post(
                        ORGANISER,
                        "/api/units",
                        Map.of("name", " DINAS  kesehatan", "kind", "opd", "regionCode", "33.19"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unit-exists");
    }

    @Test
    void theUnitsOfRegionsExistFromTheStart() {
        caller.post(
                        ORGANISER,
                        "/api/units",
                        Map.of(
                                "name",
                                "Kec. Baros",
                                "kind",
                                "kecamatan",
                                "regionCode",
                                barosCode()))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void anOfficeOfARegionLiesAtItsLevel() {
        caller.post(
                        ORGANISER,
                        "/api/units",
                        Map.of("name", "Uji", "kind", "desa", "regionCode", "33"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("region-level");
    }

    private String barosCode() {
        return units("q={q}&regionCode=36.04", "camat baros")
                .path("items")
                .path(0)
                .path("regionCode")
                .stringValue();
    }

    @Test
    void everyWrongFieldOfAUnitIsTold() {
        caller.post(
                        ORGANISER,
                        "/api/units",
                        "{\"name\":\"a\\u0000\",\"kind\":7,\"regionCode\":\"33.99\",\"email\":\"x\"}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(
                        (List<String> fields) ->
                                assertThat(fields).contains("name", "kind", "regionCode", "email"));
    }

    @Test
    void onlyOrganisersAddUnits() {
        Map<String, String> unit = Map.of("name", "x", "kind", "opd", "regionCode", "33");
        caller.post(TestTokens.anyone(), "/api/units", unit).expectStatus().isUnauthorized();
        caller.post(TestTokens.desk("x"), "/api/units", unit).expectStatus().isForbidden();
    }

    @Test
    void anImportCreatesThenUpdatesThenLeavesAlone() {
        String header = "name,kind,regionCode,headTitle,email,phone\n";
        String lines = "Bappeda,opd,33.20,Kepala Bappeda,,\nSatpol PP,opd,33.20,,,\n";
        assertCounts(importFile(header + lines), 2, 0, 0);
        assertCounts(importFile(header + lines), 0, 0, 2);
        assertCounts(
                importFile(
                        TestTokens.organiser(caller.agency("KPU Kabupaten Jepara", "33.20")),
                        header + "BAPPEDA,opd,33.20,,bappeda@jepara.go.id,\nRSUD,opd,33.20,,,\n"),
                1,
                1,
                0);
        assertThat(names(units("q={q}&regionCode=33.20", "kepala bappeda")))
                .containsExactly("Bappeda");
    }

    private void assertCounts(ResponseSpec response, int created, int updated, int unchanged) {
        JsonNode counts = caller.json(response.expectStatus().isOk());
        assertThat(counts)
                .hasToString(
                        "{\"created\":%d,\"updated\":%d,\"unchanged\":%d}"
                                .formatted(created, updated, unchanged));
    }

    @Test
    void oneBadLineLetsNothingIn() {
        String csv =
                "name,kind,regionCode\nDinas Baik,opd,33.21\nDinas Jauh,opd,33.99\n,opd,33.21\n";
        JsonNode problem = caller.json(importFile(csv).expectStatus().isEqualTo(422));
        assertThat(problem.path("code").stringValue()).isEqualTo("invalid");
        assertThat(
                        problem.path("errors")
                                .valueStream()
                                .map(e -> e.path("line").intValue())
                                .toList())
                .containsExactly(3, 4);
        assertThat(problem.path("errors").path(0).propertyNames())
                .containsExactlyInAnyOrder("line", "field", "code", "message");
        assertThat(units("q={q}", "dinas baik").path("items")).isEmpty();
    }

    @Test
    void seventyFiveThousandLinesAreImportedInOneGo() {
        StringBuilder csv = new StringBuilder("name,kind,regionCode,headTitle,email,phone\n");
        IntStream.range(0, 75_000)
                .forEach(i -> csv.append("UPTD Uji ").append(i).append(",opd,94.01,,,\n"));
        long before = System.nanoTime();
        assertCounts(importFile(csv.toString()), 75_000, 0, 0);
        assertThat(System.nanoTime() - before).isLessThan(60_000_000_000L);
        assertCounts(importFile(csv.toString()), 0, 0, 75_000);
    }

    @Test
    void anotherMediaTypeIsRefused() {
        caller.post(ORGANISER, "/api/units/import", "{}").expectStatus().isEqualTo(415);
    }
}
