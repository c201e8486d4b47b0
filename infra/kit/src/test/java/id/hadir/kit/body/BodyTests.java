package id.hadir.kit.body;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.app.SampleService;
import id.hadir.kit.test.PostgresForTests;
import id.hadir.kit.test.TestTokens;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What bodies a service takes, over HTTP. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PostgresForTests.class)
class BodyTests {

    @LocalServerPort int port;

    WebTestClient http;

    @BeforeEach
    void connect() {
        http = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not json", "{\"text\":\"a\"", "", "{} {}"})
    void whatIsNoJsonIsMalformed(String body) {
        note(body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'text':1}                  | text",
                "{'text':true}               | text",
                "{'text':{}}                 | text",
                "{'number':'1'}              | number",
                "{'number':1.0}              | number",
                "{'number':99999999999}      | number",
                "{'number':true}             | number",
                "{'accepted':'true'}         | accepted",
                "{'accepted':1}              | accepted",
                "{'inner':'a'}               | inner",
                "{'inner':[]}                | inner",
                "{'inner':{'number':'many'}} | inner.number",
                "{'more':{}}                 | more",
                "{'more':[{},5]}             | more[1]",
                "{'more':[{},{'text':5}]}    | more[1].text",
            })
    void aValueOfTheWrongTypeIsNotGuessedButNamed(String body, String field) {
        assertThat(wrongFields(body.strip())).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "'text'", "1"})
    void aDocumentThatIsNoObjectIsOneValueOfTheWrongType(String body) {
        assertThat(wrongFields(body)).containsExactly("");
    }

    @Test
    void allValuesOfTheWrongTypeAreToldAtOnce() {
        assertThat(
                        wrongFields(
                                "{'text':1,'number':'1','inner':{'accepted':'yes'},"
                                        + "'more':[{'text':2}]}"))
                .containsExactly("text", "number", "inner.accepted", "more[0].text");
    }

    @Test
    void nullIsAbsentAndWhatIsUnknownIsIgnored() {
        note("{\"text\":null,\"number\":7,\"more\":[null],\"unknown\":{\"number\":\"a\"}}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.number")
                .isEqualTo(7);
    }

    @Test
    void brokenPercentEncodingInAFormIsMalformed() {
        form("text=%zz")
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed");
    }

    @Test
    void aFieldWithoutAValueIsEmptyAndControlCharactersAreDropped() {
        assertThat(
                        form("action&text=a%00b%1Bc%0D%0Ad%09e")
                                .expectStatus()
                                .isOk()
                                .expectBody(
                                        new ParameterizedTypeReference<Map<String, String>>() {})
                                .returnResult()
                                .getResponseBody())
                .containsEntry("action", "")
                .containsEntry("text", "abc\r\nd\te");
    }

    private List<String> wrongFields(String body) {
        record Error(String field, String code) {}
        record Invalid(Error[] errors) {}
        Invalid answer =
                note(body.replace('\'', '"'))
                        .expectStatus()
                        .isEqualTo(422)
                        .expectBody(Invalid.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(answer.errors()).allMatch(error -> error.code().equals("invalid-type"));
        return Arrays.stream(answer.errors()).map(Error::field).toList();
    }

    private WebTestClient.ResponseSpec note(String json) {
        return post("/api/notes", TestTokens.admin(), MediaType.APPLICATION_JSON, json);
    }

    private WebTestClient.ResponseSpec form(String fields) {
        return post("/form", TestTokens.anyone(), MediaType.APPLICATION_FORM_URLENCODED, fields);
    }

    private WebTestClient.ResponseSpec post(
            String path, String token, MediaType type, String body) {
        return http.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(type)
                .bodyValue(body)
                .exchange();
    }
}
