package id.hadir.attendance.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What may be asked of the report over events. */
@ServiceTest
class ReportParametersTests {

    @Autowired private Api api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-08-11",
                "2027-08-11T09:00:00+07:00",
                "2027-08-11T09:00:00 07:00",
                "2027-08-11T02:00:00Z",
                "2199-12-31"
            })
    void aSpanBeginsWithADayOrADateTimeWithItsOffset(String from) {
        report("from", from).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "+999999999-01-01",
                "-0001-01-01",
                "0001-01-01",
                "2200-01-01",
                "2027-01-01Tgarbage",
                "2027-01-01T09:00:00",
                "2027-02-30"
            })
    void anyOtherSpanIsInvalid(String day) {
        for (String parameter : new String[] {"from", "to"}) {
            JsonNode problem = api.read(report(parameter, day).expectStatus().isEqualTo(422));
            assertThat(problem.path("code").stringValue()).isEqualTo("invalid");
            assertThat(problem.path("errors").get(0).path("field").stringValue())
                    .isEqualTo(parameter);
        }
    }

    private WebTestClient.ResponseSpec report(String parameter, String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return api.http()
                .get()
                .uri(
                        base ->
                                URI.create(
                                        base.path("/api/reports/attendance").build()
                                                + "?"
                                                + parameter
                                                + "="
                                                + encoded))
                .header("Authorization", "Bearer " + TestTokens.organiser(Sample.AGENCY))
                .exchange();
    }
}
