package id.hadir.events.agency;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class AgencyApiTests {

    @Autowired Caller caller;

    @Test
    void anAdminEntersAnAgencyAndEveryAccountSeesIt() {
        JsonNode added =
                caller.json(
                        caller.post(
                                        TestTokens.admin(),
                                        "/api/agencies",
                                        "{\"name\":\"Bawaslu"
                                                + " RI\",\"kind\":\"bawaslu\",\"regionCode\":null}")
                                .expectStatus()
                                .isCreated());
        assertThat(added.propertyNames())
                .containsExactlyInAnyOrder("id", "name", "kind", "regionCode");
        String uri = "/api/agencies/" + added.path("id").stringValue();
        assertThat(caller.getJson(TestTokens.desk("x"), uri)).isEqualTo(added);
        caller.get(TestTokens.official(null), "/api/agencies").expectStatus().isOk();
        caller.get(TestTokens.anyone(), "/api/agencies").expectStatus().isUnauthorized();
    }

    @Test
    void onlyAnAdminEntersOne() {
        Map<String, String> kpu = Map.of("name", "KPU", "kind", "kpu");
        caller.post(TestTokens.organiser("x"), "/api/agencies", kpu).expectStatus().isForbidden();
        caller.post(TestTokens.anyone(), "/api/agencies", kpu).expectStatus().isUnauthorized();
    }

    @Test
    void everyWrongFieldIsTold() {
        caller.post(
                        TestTokens.admin(),
                        "/api/agencies",
                        Map.of("name", "x".repeat(201), "kind", "Bad Kind", "regionCode", "33.99"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(
                        (List<String> fields) ->
                                assertThat(fields).containsExactly("name", "kind", "regionCode"));
    }
}
