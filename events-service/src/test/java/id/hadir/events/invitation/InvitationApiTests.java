package id.hadir.events.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class InvitationApiTests {

    @Autowired Caller caller;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Pati, 33.18, kecamatan, 21",
        "Pati, 33.18, desa, 401",
        "Pati, 33.18, kelurahan, 5",
        "Serang, 36.04, kecamatan, 29",
        "Kota Kediri, 35.71, kecamatan, 3",
        "Kota Kediri, 35.71, kelurahan, 46",
        "no prefix of 33.18, 33.1, kecamatan, -1",
    })
    void theRealEventsFindTheirUnits(String name, String region, String kind, int units) {
        String agency = caller.agency("KPU " + name, "33");
        String event = event(agency);
        var answer = invite(agency, event, Map.of("kind", kind, "regionCode", region));
        if (units < 0) {
            answer.expectStatus().isEqualTo(422);
            return;
        }
        JsonNode roster = caller.json(answer.expectStatus().isOk());
        assertThat(roster.path("invitedUnits").intValue()).isEqualTo(units);
        assertThat(roster.path("added").intValue()).isEqualTo(units);
    }

    @Test
    void theRakornasInvitesEveryGovernmentWithTwoSeats() {
        String agency = caller.agency("Bawaslu Republik Indonesia", "31");
        String event = event(agency);
        JsonNode roster =
                caller.json(
                        invite(
                                        agency,
                                        event,
                                        Map.of("kind", "pemda-provinsi", "seats", 2),
                                        Map.of("kind", "pemda-kabupaten-kota", "seats", 2))
                                .expectStatus()
                                .isOk());
        assertThat(roster.path("invitedUnits").intValue()).isEqualTo(38 + 508);
        assertThat(roster.path("invitedSeats").intValue()).isEqualTo(1092);
    }

    @Test
    void allDesaOfTheCountryAreInvitedInOneStep() {
        String agency = caller.agency("Bawaslu Republik Indonesia", "31");
        String event = event(agency);
        long before = System.nanoTime();
        JsonNode roster =
                caller.json(invite(agency, event, Map.of("kind", "desa")).expectStatus().isOk());
        assertThat(roster.path("added").intValue()).isEqualTo(75_252);
        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
    }

    String event(String agency) {
        return caller.event(agency, Map.of("type", "rakor", "title", "Netralitas ASN"))
                .path("id")
                .stringValue();
    }

    @SafeVarargs
    final org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec invite(
            String agency, String event, Map<String, Object>... audience) {
        return caller.post(
                TestTokens.organiser(agency),
                "/api/events/" + event + "/invitations",
                Map.of("audience", List.of(audience)));
    }
}
