package id.hadir.attendance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class PrivacyGaugesTests {

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private JsonMapper json;
    @Autowired private Retention retention;
    @Autowired private RetentionQueries runs;
    @Autowired private ObjectionQueries objections;

    @Test
    void theLastRunAndTheObjectionsOverdueAreShown() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
        String code =
                api.registered(event, api.person(unit, "Siti", ""))
                        .path("ticket")
                        .path("code")
                        .stringValue();
        api.post(
                        TestTokens.anyone(),
                        "/api/registrations/" + code + "/objections",
                        json.createObjectNode().put("text", "Keliru"))
                .expectStatus()
                .isCreated();
        Instant before = Instant.now();
        retention.run(Retention.JOB, false).block();

        assertThat(overdue(Duration.ofHours(71))).isZero();
        MeterRegistry later = shown(Duration.ofHours(73));
        assertThat(later.get("hadir.objections.overdue").gauge().value()).isGreaterThanOrEqualTo(1);
        assertThat(later.get("hadir.retention.last.success").timeGauge().value())
                .isGreaterThanOrEqualTo(before.getEpochSecond());
    }

    private double overdue(Duration later) {
        return shown(later).get("hadir.objections.overdue").gauge().value();
    }

    private MeterRegistry shown(Duration later) {
        MeterRegistry meters = new SimpleMeterRegistry();
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        new PrivacyGauges(runs, objections, clock, meters).look().block();
        return meters;
    }
}
