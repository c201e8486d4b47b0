package id.hadir.events.unit;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

@ServiceTest
class UnitTemplateTests {

    private static final String CSRF = "a-token-of-the-session";

    @Autowired Caller caller;

    private ResponseSpec enter(Map<String, ?> body) {
        return caller.post(TestTokens.organiser("x"), "/api/units/from-template", body);
    }

    private int units(String region) {
        return caller.getJson(
                        TestTokens.anyone(), "/api/units?kind=opd&limit=200&regionCode=" + region)
                .path("items")
                .size();
    }

    @Test
    void eachTemplateHasThirtyToFortyOfficesOfDifferentNames() {
        JsonNode templates =
                caller.getJson(TestTokens.anyone(), "/api/unit-templates").path("items");
        assertThat(templates.valueStream().map(template -> template.path("code").stringValue()))
                .containsExactly("provinsi", "kabupaten", "kota");
        for (JsonNode template : templates) {
            Set<String> names = new HashSet<>();
            Set<String> codes = new HashSet<>();
            for (JsonNode office : template.path("offices")) {
                names.add(UnitKind.OPD.identity(office.path("name").stringValue()));
                codes.add(office.path("code").stringValue());
            }
            assertThat(names).hasSize(template.path("offices").size()).hasSizeBetween(30, 40);
            assertThat(codes).hasSameSizeAs(names);
        }
    }

    @Test
    void aRegionGetsItsOfficesOnceAndWithoutThoseLeftOut() {
        Map<String, Object> body =
                Map.of(
                        "template",
                        "kabupaten",
                        "regionCode",
                        "36.03",
                        "leaveOut",
                        List.of("rsud", "damkar"));
        assertThat(caller.json(enter(body).expectStatus().isOk()))
                .hasToString("{\"created\":31,\"existing\":0}");
        assertThat(caller.json(enter(body).expectStatus().isOk()))
                .hasToString("{\"created\":0,\"existing\":31}");
        assertThat(units("36.03")).isEqualTo(31);
        JsonNode setda =
                caller.getJson(
                                TestTokens.anyone(),
                                "/api/units?regionCode=36.03&q={q}",
                                "sekretaris daerah")
                        .path("items")
                        .path(0);
        assertThat(setda.path("headTitle").stringValue()).isEqualTo("Sekretaris Daerah");
    }

    @Test
    void everyWrongFieldIsTold() {
        assertThat(errors(Map.of("leaveOut", List.of())))
                .containsExactly("template required", "regionCode required");
        assertThat(
                        errors(
                                Map.of(
                                        "template", "kota",
                                        "regionCode", "36.04",
                                        "leaveOut", List.of("setda", "jin"))))
                .containsExactly("leaveOut[1] invalid-choice", "regionCode region-level");
        assertThat(errors(Map.of("template", "kota", "regionCode", "36.99")))
                .containsExactly("regionCode invalid-region-code");
    }

    private List<String> errors(Map<String, ?> body) {
        return caller.json(enter(body).expectStatus().isEqualTo(422))
                .path("errors")
                .valueStream()
                .map(e -> e.path("field").stringValue() + " " + e.path("code").stringValue())
                .toList();
    }

    @Test
    void onThePageTheTemplateOfTheRegionIsTickedAndEnteredWithoutTheOthers() {
        String session =
                TestTokens.organiserSession(caller.agency("Bawaslu Kota Serang", "36.73"), CSRF);
        assertThat(html(session))
                .contains("value=\"setda\" checked>", "Dinas Perhubungan")
                .doesNotContain("Dinas Pemberdayaan Masyarakat dan Desa", "sudah ada");
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("_csrf", CSRF);
        form.add("regionCode", "36.73");
        form.add("office", "setda");
        form.add("office", "rsud");
        caller.request(HttpMethod.POST, session, "/panitia/unit/templat")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectHeader()
                .location("/panitia/unit?dibuat=2,0");
        assertThat(units("36.73")).isEqualTo(2);
        assertThat(html(session)).contains("value=\"setda\" checked disabled>", "sudah ada");
    }

    private String html(String session) {
        return String.valueOf(
                caller.get(session, "/panitia/unit/templat")
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
