package id.hadir.events.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What an office types in that has its letter on paper. */
@ServiceTest
class InvitationCodeTests {

    @Autowired Caller caller;

    @ParameterizedTest
    @ValueSource(strings = {"4KD7M-9XW21", " 4kd7m 9xw2l ", "4kd7m9xw2I", "4-K-D-7-M-9-X-W-2-1"})
    void aCodeIsReadHoweverItIsTyped(String typed) {
        assertThat(InvitationCode.parse(typed)).isEqualTo(new InvitationCode("4KD7M9XW21"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4KD7M-9XW2", "4KD7M-9XW211", "4KD7M-9XW2U", "4KD7M-9XW2é"})
    void whatCanBeNoCodeIsNone(String typed) {
        assertThat(InvitationCode.parse(typed)).isNull();
    }

    @Test
    void aCodeLeadsToTheLinkOfItsOffice() {
        String agency = caller.agency("KPU Kota Kediri", "35.71");
        String organiser = TestTokens.organiser(agency);
        JsonNode event =
                caller.event(
                        agency,
                        Map.of(
                                "type",
                                "rakor",
                                "title",
                                "Netralitas ASN",
                                "date",
                                "2027-05-05",
                                "onlineUrl",
                                "https://rapat.example.id"));
        String path = "/api/events/" + event.path("id").stringValue();
        caller.post(
                        organiser,
                        path + "/invitations",
                        Map.of(
                                "audience",
                                List.of(Map.of("kind", "kecamatan", "regionCode", "35.71"))))
                .expectStatus()
                .isOk();
        List<JsonNode> invitations =
                caller.getJson(organiser, path + "/invitations")
                        .path("items")
                        .valueStream()
                        .toList();
        assertThat(invitations)
                .extracting(item -> item.path("code").stringValue())
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}"));
        JsonNode office = invitations.getFirst();
        String code = office.path("code").stringValue();
        open(code).expectStatus().isEqualTo(422); // a draft is nobody's business yet
        caller.post(organiser, path + "/publish", "").expectStatus().isOk();
        assertThat(location(open(code.toLowerCase(Locale.ROOT))))
                .isEqualTo(
                        "/kegiatan/%s/jawab?undangan=%s"
                                .formatted(
                                        event.path("slug").stringValue(),
                                        office.path("token").stringValue()));
        caller.request(
                        HttpMethod.DELETE,
                        organiser,
                        path + "/invitations/" + office.path("id").stringValue())
                .exchange()
                .expectStatus()
                .isNoContent();
        open(code).expectStatus().isEqualTo(422);
    }

    @Test
    void aWrongCodeStaysInItsField() {
        String html =
                open("00000-00000")
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(html).contains("href=\"#code\"", "value=\"00000-00000\"");
    }

    private ResponseSpec open(String code) {
        return caller.request(HttpMethod.POST, TestTokens.anyone(), "/undangan")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("code=" + code)
                .exchange();
    }

    private static String location(ResponseSpec response) {
        return Objects.requireNonNull(
                        response.expectStatus()
                                .isSeeOther()
                                .returnResult(Void.class)
                                .getResponseHeaders()
                                .getLocation())
                .toString();
    }
}
