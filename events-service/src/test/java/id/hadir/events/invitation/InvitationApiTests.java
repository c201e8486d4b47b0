package id.hadir.events.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
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
    void theSameAudienceTwiceChangesNothingAndOtherSeatsDo() {
        String agency = caller.agency("KPU Kabupaten Pati", "33.18");
        String event = event(agency);
        Map<String, Object> camat = Map.of("kind", "kecamatan", "regionCode", "33.18");
        Map<String, Object> two =
                Map.of("kind", "kecamatan", "regionCode", "33.18", "seats", 2, "inPerson", true);
        assertRoster(invite(agency, event, camat), 21, 21, 21, 0);
        JsonNode before = list(agency, event, "limit=200");
        assertRoster(invite(agency, event, camat), 21, 21, 0, 0);
        assertRoster(invite(agency, event, two), 21, 42, 0, 21);
        JsonNode after = list(agency, event, "limit=200");
        assertThat(tokens(after)).isEqualTo(tokens(before)).doesNotHaveDuplicates();
    }

    private void assertRoster(ResponseSpec response, int units, int seats, int added, int changed) {
        assertThat(caller.json(response.expectStatus().isOk()))
                .hasToString(
                        "{\"invitedUnits\":%d,\"invitedSeats\":%d,\"added\":%d,\"changed\":%d}"
                                .formatted(units, seats, added, changed));
    }

    private JsonNode list(String agency, String event, String query) {
        return caller.getJson(
                TestTokens.organiser(agency), "/api/events/" + event + "/invitations?" + query);
    }

    private static List<String> tokens(JsonNode listing) {
        return listing.path("items")
                .valueStream()
                .map(item -> item.path("token").stringValue())
                .toList();
    }

    @Test
    void overlappingLinesInviteAUnitOnce() {
        String agency = caller.agency("KPU Kabupaten Pati", "33.18");
        String event = event(agency);
        invite(agency, event, Map.of("kind", "kecamatan", "regionCode", "33.18"));
        String unit =
                list(agency, event, "limit=1")
                        .path("items")
                        .path(0)
                        .path("unit")
                        .path("id")
                        .stringValue();
        assertRoster(
                invite(
                        agency,
                        event,
                        Map.of("kind", "kecamatan", "regionCode", "33"),
                        Map.of("unitIds", List.of(unit), "seats", 3)),
                576,
                578,
                555,
                1);
    }

    @Test
    void aListOfInvitationsGoesOnByPlaceAndHasALinkForEach() {
        String agency = caller.agency("KPU Kabupaten Pati", "33.18");
        String event = event(agency);
        invite(agency, event, Map.of("kind", "desa", "regionCode", "33.18"));
        JsonNode first = list(agency, event, "limit=200");
        JsonNode second =
                list(agency, event, "limit=200&cursor=" + first.path("next").stringValue());
        JsonNode third =
                list(agency, event, "limit=200&cursor=" + second.path("next").stringValue());
        assertThat(third.path("items")).hasSize(1);
        assertThat(third.path("next").isNull()).isTrue();
        JsonNode invitation = first.path("items").path(0);
        assertThat(invitation.path("unit").path("regionCode").stringValue())
                .startsWith("33.18.01.");
        String token = invitation.path("token").stringValue();
        assertThat(token).matches("[A-Za-z0-9_-]{32}");
        assertThat(invitation.path("url").stringValue())
                .matches("/kegiatan/[a-z0-9-]+/daftar\\?undangan=" + token);
    }

    @Test
    void twoAtOnceAddEachUnitOnce() {
        String agency = caller.agency("KPU Kabupaten Pati", "33.18");
        String event = event(agency);
        Map<String, Object> desa = Map.of("kind", "desa", "regionCode", "33.18");
        List<JsonNode> answers =
                IntStream.range(0, 4)
                        .parallel()
                        .mapToObj(
                                _ -> caller.json(invite(agency, event, desa).expectStatus().isOk()))
                        .toList();
        assertThat(answers).allMatch(roster -> roster.path("invitedUnits").intValue() == 401);
        assertThat(answers.stream().mapToInt(roster -> roster.path("added").intValue()).sum())
                .isEqualTo(401);
        assertThat(answers.stream().mapToInt(roster -> roster.path("changed").intValue()).sum())
                .isZero();
    }

    /** Of different units, so that nothing but the lock on the event keeps them apart. */
    @Test
    void wavesAtOnceAreNumberedOneAfterTheOther() {
        String agency = caller.agency("KPU Kabupaten Pati", "33.18");
        String event = event(agency);
        List<String> regencies = List.of("33.15", "33.16", "33.17", "33.18");
        List<Integer> added =
                Flux.fromIterable(regencies)
                        .flatMap(
                                regency ->
                                        Mono.fromCallable(() -> desaOf(agency, event, regency))
                                                .subscribeOn(Schedulers.boundedElastic()))
                        .collectList()
                        .block();
        assertThat(added).hasSize(4).allMatch(desa -> desa > 100);
        JsonNode waves =
                caller.getJson(TestTokens.organiser(agency), "/api/events/" + event + "/waves")
                        .path("items");
        assertThat(waves.valueStream().map(wave -> wave.path("number").intValue()))
                .containsExactly(4, 3, 2, 1);
    }

    /** How many are invited. */
    private int desaOf(String agency, String event, String regency) {
        Map<String, Object> desa = Map.of("kind", "desa", "regionCode", regency);
        return caller.json(invite(agency, event, desa).expectStatus().isOk())
                .path("added")
                .intValue();
    }

    @Test
    void aWithdrawnUnitIsOffTheRosterUntilItIsInvitedAgain() {
        String agency = caller.agency("KPU Kota Kediri", "35.71");
        String event = event(agency);
        Map<String, Object> camat = Map.of("kind", "kecamatan", "regionCode", "35.71");
        invite(agency, event, camat);
        String id = list(agency, event, "").path("items").path(0).path("id").stringValue();
        String uri = "/api/events/" + event + "/invitations/" + id;
        String organiser = TestTokens.organiser(agency);
        caller.request(HttpMethod.DELETE, organiser, uri).exchange().expectStatus().isNoContent();
        caller.request(HttpMethod.DELETE, organiser, uri).exchange().expectStatus().isNotFound();
        assertThat(list(agency, event, "").path("items")).hasSize(2);
        assertRoster(invite(agency, event, camat), 3, 3, 0, 1);
    }

    @Test
    void aPreviewCountsWithoutInviting() {
        String agency = caller.agency("Bakesbangpol Kabupaten Serang", "36.04");
        String event = event(agency);
        JsonNode counts =
                caller.json(
                        caller.post(
                                TestTokens.organiser(agency),
                                "/api/events/" + event + "/invitations/preview",
                                Map.of(
                                        "audience",
                                        List.of(
                                                Map.of(
                                                        "kind",
                                                        "kecamatan",
                                                        "regionCode",
                                                        "36.04",
                                                        "seats",
                                                        2),
                                                Map.of("kind", "opd", "regionCode", "91.03")))));
        assertThat(counts.path("audience").path(0))
                .hasToString("{\"units\":29,\"seats\":58,\"alreadyInvited\":0,\"leftOut\":0}");
        assertThat(counts.path("audience").path(1).path("units").intValue()).isZero();
        assertThat(list(agency, event, "").path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"audience\":[]}",
                "{\"audience\":{}}",
                "{\"audience\":[{}]}",
                "{\"audience\":[{\"kind\":\"camat\"}]}",
                "{\"audience\":[{\"kind\":\"desa\",\"regionCode\":\"33.99\"}]}",
                "{\"audience\":[{\"kind\":\"desa\",\"seats\":0}]}",
                "{\"audience\":[{\"kind\":\"desa\",\"seats\":\"two\"}]}",
                "{\"audience\":[{\"unitIds\":[\"x\"]}]}",
                "{\"audience\":[{\"unitIds\":[]}]}",
                "{\"audience\":[{\"kind\":\"desa\",\"q\":\"--\"}]}",
                "{\"audience\":[{\"kind\":\"desa\",\"except\":[]}]}",
                "{\"audience\":[{\"kind\":\"desa\",\"except\":{\"kinds\":[\"camat\"]}}]}",
                "{\"audience\":[{\"kind\":\"desa\",\"except\":{\"regionCodes\":[\"33.99\"]}}]}",
                "{\"audience\":[{\"kind\":\"desa\",\"except\":{\"unitIds\":[\"x\"]}}]}",
                "{\"audience\":[{\"kind\":\"desa\",\"except\":{\"names\":[\"\"]}}]}",
                "{\"audience\":[{\"kind\":\"kecamatan\",\"except\":{\"names\":[\"Entah\"]}}]}",
                "{\"audience\":[{\"unitIds\":[\"0198c0de-0000-7000-8000-000000000000\"]}]}",
                "{\"audience\":[{\"kind\":\"desa\",\"unitIds\":[\"0198c0de-0000-7000-8000-000000000000\"]}]}"
            })
    void aWrongAudienceIsTold(String body) {
        String agency = caller.agency("KPU", "33");
        caller.post(
                        TestTokens.organiser(agency),
                        "/api/events/" + event(agency) + "/invitations",
                        body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .value((String field) -> assertThat(field).startsWith("audience"));
    }

    @Test
    void rostersAreForTheirOrganisersAlone() {
        String agency = caller.agency("KPU", "33");
        String event = event(agency);
        String uri = "/api/events/" + event + "/invitations";
        String other = TestTokens.organiser(caller.agency("Lain", "34"));
        caller.get(other, uri).expectStatus().isNotFound(); // a draft
        caller.patch(
                        TestTokens.organiser(agency),
                        event,
                        "*",
                        Map.of("date", "2027-05-05", "onlineUrl", "https://rapat.example.id"))
                .expectStatus()
                .isOk();
        caller.post(TestTokens.organiser(agency), "/api/events/" + event + "/publish", "")
                .expectStatus()
                .isOk();
        caller.get(other, uri).expectStatus().isForbidden();
        caller.get(TestTokens.anyone(), uri).expectStatus().isUnauthorized();
        caller.post(other, uri, Map.of("audience", List.of(Map.of("kind", "desa"))))
                .expectStatus()
                .isForbidden();
    }

    String event(String agency) {
        return caller.event(agency, Map.of("type", "rakor", "title", "Netralitas ASN"))
                .path("id")
                .stringValue();
    }

    @SafeVarargs
    final ResponseSpec invite(String agency, String event, Map<String, Object>... audience) {
        return caller.post(
                TestTokens.organiser(agency),
                "/api/events/" + event + "/invitations",
                Map.of("audience", List.of(audience)));
    }
}
