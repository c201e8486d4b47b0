package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Browser.Seen;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/** What the holder of a ticket sees and does in a browser. */
@ServiceTest
class TicketPagesTests {

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;

    private String ticket(UUID event, UUID unit, String name) {
        String code =
                api.registered(event, api.person(unit, name, ""))
                        .path("ticket")
                        .path("code")
                        .stringValue();
        return "/tiket/" + code.replace("-", "");
    }

    private Seen get(String path) {
        return browser.get(TestTokens.anyone(), path);
    }

    private Seen submit(String path, Map<String, String> fields) {
        return browser.submit(TestTokens.anyone(), path, fields);
    }

    @Test
    void nobodyKeepsOrPassesOnItsAddress() {
        UUID event = sample.event(e -> e);
        String ticket = ticket(event, sample.invitedUnit(event, 1), "Siti");
        for (String path : new String[] {ticket, ticket + "/batal", ticket + "/ganti"}) {
            Seen seen = get(path);
            assertThat(seen.status()).isEqualTo(HttpStatus.OK);
            assertThat(seen.headers().getCacheControl()).isEqualTo("no-store");
            assertThat(seen.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }

    @Test
    void cancellingIsAskedForAndThenDone() {
        UUID event = sample.event(e -> e);
        UUID unit = sample.invitedUnit(event, 1);
        String ticket = ticket(event, unit, "Siti Rahayu");
        assertThat(get(ticket + "/batal").html()).contains("Batalkan pendaftaran Siti Rahayu?");

        assertThat(submit(ticket + "/batal", Map.of()).location()).isEqualTo(ticket);

        assertThat(get(ticket).html()).contains("Dibatalkan").doesNotContain("<svg class=\"qr\"");
        assertThat(ticket(event, unit, "Budi")).isNotEqualTo(ticket);
    }

    @Test
    void anotherPersonTakesTheSeatWithANewTicket() {
        UUID event = sample.event(e -> e);
        String ticket = ticket(event, sample.invitedUnit(event, 1), "Siti Rahayu");

        Seen wrong = submit(ticket + "/ganti", Map.of("attendee.nip", "12", "basis", "Surat 1"));
        assertThat(wrong.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(wrong.value("basis")).isEqualTo("Surat 1");
        assertThat(wrong.html()).contains("href=\"#attendee.name\"", "href=\"#attendee.nip\"");

        String next =
                submit(
                                ticket + "/ganti",
                                Map.of(
                                        "attendee.name", "Budi",
                                        "attendee.position", "Sekretaris Kecamatan",
                                        "attendee.phone", "081234567891",
                                        "basis", "Surat tugas 800/12"))
                        .location();

        assertThat(next).isNotEqualTo(ticket);
        assertThat(get(next).html())
                .contains("Budi", "Siti Rahayu", "Surat tugas 800/12", "Terdaftar");
        assertThat(get(ticket).html()).contains("Sudah diganti");
        Seen refused = submit(ticket + "/batal", Map.of());
        assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(refused.html()).contains("Tiket ini sudah tidak berlaku.");
    }

    @Test
    void aTypedCodeOpensItsTicketHoweverItIsWritten() {
        UUID event = sample.event(e -> e);
        String ticket = ticket(event, sample.invitedUnit(event, 1), "Siti");
        String code = ticket.substring("/tiket/".length()).toLowerCase(Locale.ROOT);

        assertThat(
                        submit(
                                        "/tiket",
                                        Map.of(
                                                "ticket",
                                                " "
                                                        + code.substring(0, 4)
                                                        + " - "
                                                        + code.substring(4)))
                                .location())
                .isEqualTo(ticket);
        Seen unknown = submit("/tiket", Map.of("ticket", "0000-0000-0000"));
        assertThat(unknown.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(unknown.html()).contains("Tiket dengan kode itu tidak ada.");
        assertThat(unknown.value("ticket")).isEqualTo("0000-0000-0000");
        assertThat(submit("/tiket", Map.of("ticket", "pendek")).html())
                .contains("Kode tiket terdiri dari 12 huruf dan angka.");
    }

    @Test
    void aCancelledEventVoidsTheTicketAndSaysWhy() {
        UUID event = sample.event(e -> e);
        String ticket = ticket(event, sample.invitedUnit(event, 1), "Siti");
        sample.put(
                sample.eventNode(event)
                        .put("version", 2)
                        .put("status", "cancelled")
                        .put("cancelReason", "Banjir"));

        assertThat(get(ticket).html())
                .contains("Kegiatan dibatalkan", "Banjir")
                .doesNotContain("<svg class=\"qr\"");
    }

    @Test
    void aWrongAddressOffersTheCodeToBeMended() {
        for (String path : new String[] {"", "/batal", "/ganti"}) {
            Seen lost = get("/tiket/000000000000" + path);
            assertThat(lost.status()).isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(lost.html()).contains("Tiket dengan kode itu tidak ada.");
            assertThat(lost.value("ticket")).isEqualTo("000000000000");
        }
    }

    @Test
    void aFormOfATicketThatDoesNotExistOffersTheCodeToBeMended() {
        Map<String, String> typed = Map.of("attendee.name", "Budi", "basis", "Surat 1");
        for (String path : new String[] {"/batal", "/ganti"}) {
            Seen lost = submit("/tiket/000000000000" + path, typed);
            assertThat(lost.status()).isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(lost.value("ticket")).isEqualTo("000000000000");
        }
    }

    @Test
    void whatCanNoLongerBeChangedIsSaidBeforeAnythingIsTyped() {
        UUID event = sample.event(e -> e);
        String ticket = ticket(event, sample.invitedUnit(event, 1), "Siti");
        assertThat(get(ticket).html()).contains("Tunjukkan kode ini");
        browser.submit(
                TestTokens.desk(Sample.AGENCY),
                "/presensi/rakor-" + event,
                Map.of("ticket", ticket.substring("/tiket/".length()), "nonce", "n"));

        assertThat(get(ticket).html())
                .contains("Kehadiran Anda tercatat")
                .doesNotContain("Tunjukkan kode ini");
        for (String path : new String[] {"/batal", "/ganti"}) {
            assertThat(get(ticket + path).html())
                    .contains("Tiket ini sudah dipakai untuk hadir.")
                    .doesNotContain("<form");
        }
    }
}
