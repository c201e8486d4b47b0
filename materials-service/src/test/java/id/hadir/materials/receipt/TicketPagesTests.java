package id.hadir.materials.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.TestTokens;
import id.hadir.materials.MaterialsTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class TicketPagesTests extends MaterialsTest {

    private static final String CODE = "ABCDEFGHJKMN";

    private UUID event = new UUID(0, 0);
    private UUID unit = new UUID(0, 0);
    private String id = "";
    private String path = "";

    @BeforeEach
    void aCircularForTheRegistered() {
        event = publishedEvent();
        unit = unit("Kecamatan Baros", "kecamatan", "36.04.06");
        ticket(event, CODE, unit, "confirmed", false);
        id = material(event, PDF, "edaran.pdf", "registered");
        path = "/materi/" + slug(event) + "/tiket/" + CODE;
    }

    @Test
    void aTicketsPageIsKeptByNobody() {
        asAnyone()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectBody(String.class)
                .value(
                        (String html) ->
                                assertThat(html)
                                        .contains(path + "/" + id, "ABCD-EFGH-JKMN", "passedOnTo"));
    }

    @Test
    void itsLinkHandsOutTheFileAndCountsAsReceipt() {
        asAnyone()
                .get()
                .uri(path + "/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache, private")
                .expectBody(byte[].class)
                .isEqualTo(PDF);
        asOrganiser()
                .get()
                .uri("/api/materials/{id}/receipts", id)
                .exchange()
                .expectBody()
                .jsonPath("$.totals.downloaded")
                .isEqualTo(1);
        status(asAnyone(), path.replace(CODE, "ZZZZZZZZZZZZ") + "/" + id).isForbidden();
    }

    @Test
    void theHolderSaysToHowManyItWasPassedOn() {
        acknowledge("1.200")
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .valueEquals(HttpHeaders.LOCATION, path + "#m-" + id);
        assertThat(page(asAnyone(), path)).contains("meneruskan kepada 1.200 pegawai");
    }

    @Test
    void aWrongNumberIsToldBesideItsField() {
        for (String typed : new String[] {"", "empat", "-1", "4,5"}) {
            acknowledge(typed)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody(String.class)
                    .value(
                            (String html) ->
                                    assertThat(html)
                                            .contains("field__error", "aria-invalid")
                                            .contains("value=\"" + typed + "\""));
        }
    }

    @Test
    void aTicketOfNoUseIsToldWhyAndSeesWhatIsPublic() {
        String open = material(event, PDF, "umum.pdf", "public");
        ticket(event, "WA1T00000000", unit, "waitlisted", false);
        assertThat(page(asAnyone(), path.replace(CODE, "WA1T00000000")))
                .contains("daftar tunggu", open)
                .doesNotContain(id);
        assertThat(page(asAnyone(), path.replace(CODE, "ZZZZZZZZZZZZ")))
                .contains("tidak dikenal", open)
                .doesNotContain(id);
        status(asAnyone(), path.replace(CODE, "bukan-tiket")).isNotFound();
    }

    @Test
    void receiptsAreShownByOffice() {
        content(asTicket(CODE), id).expectStatus().isOk();
        String receipts = "/materi/" + slug(event) + "/tanda-terima/" + id;
        assertThat(page(asOrganiser(), receipts)).contains("Kecamatan Baros", "Diunduh");
        assertThat(page(as(TestTokens.official("33")), receipts))
                .contains("Tidak ada instansi")
                .doesNotContain("Kecamatan Baros");
        status(as(TestTokens.desk(AGENCY)), receipts).isForbidden();
        status(asAnyone(), receipts).isSeeOther();
    }

    private WebTestClient.ResponseSpec acknowledge(String typed) {
        return asAnyone()
                .post()
                .uri(path + "/" + id)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("passedOnTo=" + typed)
                .exchange();
    }
}
