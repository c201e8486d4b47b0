package id.hadir.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.OpenApiCoverage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class OpenApiTests {

    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)+");

    @Test
    void documentHasEveryCallAndNoOther() {
        assertThat(OpenApiCoverage.documented("attendance"))
                .isEqualTo(OpenApiCoverage.answered(new AccessRules().accessTable()));
    }

    /** Those with which the code behind each call refuses for the present state of things. */
    @ParameterizedTest
    @CsvSource({
        "checkIn, event-cancelled",
        "checkInBatch, event-cancelled",
        "walkIn, event-cancelled already-registered",
        "excuse, event-cancelled",
        "cancelRegistration, already-checked-in ticket-revoked registration-closed",
        "substitute, already-checked-in ticket-revoked registration-closed registration-cancelled"
                + " in-person-required already-registered",
        "importRegistrations, event-not-published"
    })
    void documentNamesTheConflictsOfACall(String operation, String codes) throws IOException {
        Map<String, Map<String, Map<String, String>>> call = operation(operation);
        assertThat(
                        CODE.matcher(call.get("responses").get("409").get("description"))
                                .results()
                                .map(MatchResult::group))
                .containsExactlyInAnyOrder(codes.split(" "));
    }

    private static Map<String, Map<String, Map<String, String>>> operation(String id)
            throws IOException {
        try (InputStream yaml = new ClassPathResource("openapi/attendance.yaml").getInputStream()) {
            Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, String>>>>>>
                    document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return document.get("paths").values().stream()
                    .flatMap(path -> path.values().stream())
                    .filter(call -> id.equals(((Map<?, ?>) call).get("operationId")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
