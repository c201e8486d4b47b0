package id.hadir.materials.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.listing.Cursor;
import id.hadir.kit.test.TestTokens;
import id.hadir.materials.MaterialsTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class ReceiptApiTests extends MaterialsTest {

    private static final String BAROS = "BAR0SBAR0S00";
    private static final String PATI = "PATJPATJPATJ";

    private UUID event = new UUID(0, 0);
    private UUID baros = new UUID(0, 0);
    private UUID pati = new UUID(0, 0);
    private String id = "";

    @BeforeEach
    void eventWithThreeOffices() {
        event = publishedEvent();
        baros = unit("Kecamatan Baros", "kecamatan", "36.04.06");
        pati = unit("Kecamatan Pati", "kecamatan", "33.18.10");
        UUID dinas = unit("Dinas Kesehatan", "opd", "33.18");
        invite(event, baros, pati, dinas);
        ticket(event, BAROS, baros, "confirmed", false);
        ticket(event, PATI, pati, "confirmed", false);
        id = material(event, PDF, "edaran.pdf", "registered");
    }

    @Test
    void aDownloadWithATicketIsAReceiptOfItsOffice() {
        content(asTicket(BAROS), id).expectStatus().isOk();
        content(asTicket(BAROS), id).expectStatus().isOk();
        content(asOrganiser(), id).expectStatus().isOk();
        assertThat(totals(asOrganiser(), ""))
                .containsEntry("units", 3)
                .containsEntry("downloaded", 1)
                .containsEntry("acknowledged", 0)
                .containsEntry("passedOnTo", 0)
                .containsEntry("outstanding", 3);
        assertThat(states(asOrganiser(), ""))
                .containsExactly(
                        "Dinas Kesehatan outstanding",
                        "Kecamatan Baros downloaded",
                        "Kecamatan Pati outstanding");
    }

    @Test
    void askingForTheHeadersIsNoReceipt() {
        asTicket(BAROS).head().uri("/api/materials/{id}/content", id).exchange();
        assertThat(totals(asOrganiser(), "")).containsEntry("downloaded", 0);
    }

    @Test
    void whatIsAcknowledgedAgainReplacesWhatWasSaid() {
        acknowledge(asTicket(BAROS), "{\"passedOnTo\":42}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.passedOnTo")
                .isEqualTo(42)
                .jsonPath("$.materialId")
                .isEqualTo(id);
        acknowledge(asTicket(BAROS), "{\"passedOnTo\":40}").expectStatus().isOk();
        acknowledge(asTicket(PATI), "{\"passedOnTo\":0}").expectStatus().isCreated();
        assertThat(totals(asOrganiser(), ""))
                .containsEntry("acknowledged", 2)
                .containsEntry("passedOnTo", 40)
                .containsEntry("outstanding", 1);
    }

    @Test
    void aDownloadAfterTheAcknowledgementKeepsIt() {
        acknowledge(asTicket(BAROS), "{\"passedOnTo\":7}").expectStatus().isCreated();
        content(asTicket(BAROS), id).expectStatus().isOk();
        assertThat(totals(asOrganiser(), ""))
                .containsEntry("downloaded", 1)
                .containsEntry("acknowledged", 1)
                .containsEntry("passedOnTo", 7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"passedOnTo\":null}",
                "{\"passedOnTo\":-1}",
                "{\"passedOnTo\":4.5}",
                "{\"passedOnTo\":\"42\"}",
                "{\"passedOnTo\":99999999999}",
                "{\"passedOnTo\":[1]}"
            })
    void anythingButAWholeNumberIsRefused(String body) {
        acknowledge(asTicket(BAROS), body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("passedOnTo");
        assertThat(totals(asOrganiser(), "")).containsEntry("acknowledged", 0);
    }

    @Test
    void onlyAHolderMayAcknowledge() {
        ticket(event, "CANCE11EDXXX", baros, "cancelled", false);
        acknowledge(asAnyone(), "{\"passedOnTo\":1}").expectStatus().isUnauthorized();
        acknowledge(asTicket("ZZZZZZZZZZZZ"), "{\"passedOnTo\":1}").expectStatus().isForbidden();
        acknowledge(asTicket("nonsense"), "{\"passedOnTo\":1}").expectStatus().isForbidden();
        acknowledge(asTicket("CANCE11EDXXX"), "{\"passedOnTo\":1}").expectStatus().isForbidden();
        acknowledge(asTicket(BAROS), "{").expectStatus().isBadRequest();
    }

    @Test
    void anOrganiserWithATicketIsItsHolder() {
        var signedIn = asOrganiser().mutate().defaultHeader("X-Ticket", BAROS).build();
        acknowledge(signedIn, "{\"passedOnTo\":3}").expectStatus().isCreated();
    }

    @Test
    void onlyOrganisersAndOfficialsWithinTheirRegionReadReceipts() {
        assertThat(states(as(TestTokens.official(null)), "")).hasSize(3);
        assertThat(states(as(TestTokens.official("33.18")), ""))
                .containsExactly("Dinas Kesehatan outstanding", "Kecamatan Pati outstanding");
        assertThat(states(as(TestTokens.official("33.1")), "")).isEmpty();
        assertThat(states(as(TestTokens.official("33.18")), "?regionCode=33"))
                .containsExactly("Dinas Kesehatan outstanding", "Kecamatan Pati outstanding");
        receipts(as(TestTokens.official("33.18")), "?regionCode=36").expectStatus().isForbidden();
        receipts(as(TestTokens.official("33.18")), "?regionCode=33.18.10").expectStatus().isOk();
        receipts(as(TestTokens.organiser(OTHER_AGENCY)), "").expectStatus().isForbidden();
        receipts(as(TestTokens.desk(AGENCY)), "").expectStatus().isForbidden();
        receipts(asAnyone(), "").expectStatus().isUnauthorized();
        receipts(asTicket(BAROS), "").expectStatus().isUnauthorized();
        receipts(as(TestTokens.admin()), "").expectStatus().isOk();
    }

    @Test
    void officesAreSelectedByKindAndRegion() {
        assertThat(states(asOrganiser(), "?kind=kecamatan")).hasSize(2);
        assertThat(states(asOrganiser(), "?kind=kecamatan&regionCode=33"))
                .containsExactly("Kecamatan Pati outstanding");
        assertThat(totals(asOrganiser(), "?kind=opd")).containsEntry("units", 1);
        invite(event, unit("Desa Adat Yoboi", "desa-adat", "91.03.01.3001"));
        assertThat(states(asOrganiser(), "?kind=desa-adat"))
                .containsExactly("Desa Adat Yoboi outstanding");
        assertThat(page(asOrganiser(), "/materi/" + slug(event) + "/tanda-terima/" + id))
                .contains("Desa adat");
        receipts(asOrganiser(), "?kind=sekolah&regionCode=33-18")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
    }

    @Test
    void aLongListIsReadPageByPage() {
        Map<?, ?> first = report(asOrganiser(), "?limit=2");
        assertThat((List<?>) first.get("items")).hasSize(2);
        Map<?, ?> second = report(asOrganiser(), "?limit=2&cursor=" + first.get("next"));
        assertThat((List<?>) second.get("items")).hasSize(1);
        assertThat(second.get("next")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "+999999999-01-01T00:00:00Z,x", ",,,"})
    void aForgedCursorIsNoError(String keys) {
        Cursor cursor = Cursor.of(keys.split(",", -1));
        assertThat(statusOf("/api/materials/" + id + "/receipts?cursor=" + cursor)).isIn(200, 422);
        assertThat(statusOf("/api/events/" + event + "/materials?cursor=" + cursor)).isIn(200, 422);
    }

    private int statusOf(String path) {
        return asOrganiser()
                .get()
                .uri(path)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    /** An office that was not invited but is registered belongs on the list, once. */
    @Test
    void registeredOfficesCountToo() {
        UUID uninvited = unit("Kecamatan Juwana", "kecamatan", "33.18.15");
        ticket(event, "JVWANA000000", uninvited, "confirmed", false);
        ticket(event, "JVWANA000001", uninvited, "confirmed", false);
        acknowledge(asTicket("JVWANA000000"), "{\"passedOnTo\":3}").expectStatus().isCreated();
        acknowledge(asTicket("JVWANA000001"), "{\"passedOnTo\":4}").expectStatus().isCreated();
        assertThat(totals(asOrganiser(), ""))
                .containsEntry("units", 4)
                .containsEntry("acknowledged", 1)
                .containsEntry("passedOnTo", 7);
    }

    @Test
    void anOfficeOfTheWholeCountryHasAReceiptAndNoRegion() {
        UUID national = unit("Badan Kepegawaian Negara", "instansi", null);
        invite(event, national);
        ticket(event, "BKN000000000", national, "confirmed", false);
        acknowledge(asTicket("BKN000000000"), "{\"passedOnTo\":5}").expectStatus().isCreated();
        assertThat(states(asOrganiser(), "?kind=instansi"))
                .containsExactly("Badan Kepegawaian Negara acknowledged");
        assertThat(states(as(TestTokens.official(null)), "")).hasSize(4);
        assertThat(states(as(TestTokens.official("33")), "")).hasSize(2);
        assertThat(page(asOrganiser(), "/materi/" + slug(event) + "/tanda-terima/" + id))
                .contains("Badan Kepegawaian Negara");
    }

    private WebTestClient.ResponseSpec acknowledge(WebTestClient caller, String body) {
        return caller.post()
                .uri("/api/materials/{id}/acknowledgements", id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec receipts(WebTestClient caller, String query) {
        return caller.get().uri("/api/materials/" + id + "/receipts" + query).exchange();
    }

    private Map<?, ?> report(WebTestClient caller, String query) {
        Map<?, ?> answer =
                receipts(caller, query)
                        .expectStatus()
                        .isOk()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        return answer == null ? Map.of() : answer;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Integer> totals(WebTestClient caller, String query) {
        return (Map<String, Integer>) report(caller, query).get("totals");
    }

    @SuppressWarnings("unchecked")
    private List<String> states(WebTestClient caller, String query) {
        return ((List<Map<String, Object>>) report(caller, query).get("items"))
                .stream()
                        .map(
                                item ->
                                        ((Map<String, Object>) item.get("unit")).get("name")
                                                + " "
                                                + item.get("state"))
                        .toList();
    }
}
