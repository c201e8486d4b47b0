package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The control of {@link FuzzTests}: a fault that is planted in an answer is seen. */
class AnswerCheckTests {

    private static final String PROBLEM =
            """
            {"type":"urn:hadir:problem:not-found","title":"Tidak ditemukan","status":404,
             "detail":"%s","code":"not-found"}\
            """;

    @Test
    void anAnswerOfTheContractHasNoFault() {
        assertThat(faults(404, PROBLEM.formatted("Tidak ada."))).isEmpty();
        assertThat(faults(200, "{}")).isEmpty();
        assertThat(faults(503, problem(503, "overloaded"))).isEmpty();
    }

    @Test
    void aFailureIsSeenWhateverItsDocument() {
        assertThat(faults(500, problem(500, "internal"))).contains("failed with 500");
        assertThat(faults(503, problem(503, "unavailable"))).contains("failed with 503");
        assertThat(faults(502, "")).contains("failed with 502", "no problem document");
    }

    @Test
    void aStatusThatNobodyDocumentedIsSeen() {
        assertThat(faults(409, problem(409, "unit-exists"))).containsExactly("undocumented 409");
        assertThat(faults(204, "")).containsExactly("undocumented 204");
    }

    @Test
    void aRefusalWithoutItsDocumentIsSeen() {
        assertThat(faults(404, "<html>404</html>")).containsExactly("no problem document");
        assertThat(faults(404, problem(400, "not-found"))).containsExactly("no problem document");
        assertThat(faults(404, problem(404, ""))).containsExactly("no problem document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.NullPointerException",
                "at id.hadir.events.event.EventStore.insert",
                "org.postgresql.util.PSQLState",
                "ERROR: SQLState 23505",
                "SELECT * FROM account",
                "/home/hadir/data/secrets",
                "Connection refused: /127.0.0.1:8081",
                "database hadir_events does not exist"
            })
    void whatIsInsideIsSeen(String leak) {
        assertThat(faults(404, PROBLEM.formatted(leak)))
                .singleElement()
                .asString()
                .startsWith("leaks ");
    }

    @Test
    void anAnswerThatTakesTooLongIsSeen() {
        assertThat(
                        AnswerCheck.faults(
                                new AnswerCheck.Seen(
                                        200,
                                        "application/json",
                                        "",
                                        "{}",
                                        Duration.ofSeconds(6),
                                        Set.of("200"))))
                .containsExactly("took PT6S");
    }

    private static java.util.List<String> faults(int status, String body) {
        return AnswerCheck.faults(
                new AnswerCheck.Seen(
                        status,
                        "application/problem+json",
                        "",
                        body,
                        Duration.ofMillis(3),
                        Set.of("200", "404", "500", "502", "503")));
    }

    private static String problem(int status, String code) {
        return "{\"type\":\"urn:x\",\"title\":\"x\",\"detail\":\"x\",\"status\":%d,\"code\":\"%s\"}"
                .formatted(status, code);
    }
}
