package id.hadir.attendance.message;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.message.Courier;
import id.hadir.kit.message.Letter;
import id.hadir.kit.message.OutboxStore;
import id.hadir.kit.message.Postman;
import id.hadir.kit.test.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who may have a ticket sent, and to where it goes. */
@ServiceTest
class LostTicketTests {

    private static final String EMAIL = "Siti.Rahayu@example.go.id";
    private static final String PHONE = "0812 3456 7890";

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;
    @Autowired private JsonMapper json;
    @Autowired private DatabaseClient database;
    @Autowired private OutboxStore outbox;
    @Autowired private AttendeeLetters letters;
    @Autowired private LostTickets lost;

    private final List<Letter> delivered = new ArrayList<>();
    private UUID event;
    private UUID unit;

    @BeforeEach
    void anEventAndNobodyElses() {
        database.sql("delete from outbox").then().block();
        database.sql("delete from registration").then().block();
        event = sample.openEvent(e -> e.put("title", "Netralitas ASN"));
        unit = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
    }

    @ParameterizedTest
    @ValueSource(strings = {EMAIL, "siti.rahayu@EXAMPLE.go.id", PHONE, "+62 812-3456-7890"})
    void theTicketGoesToTheAddressGivenAtTheRegistration(String contact) {
        JsonNode ticket = registered(event, EMAIL).path("ticket");
        resend(event, contact).expectStatus().isAccepted();
        Letter letter = theOnlyLetter();
        assertThat(letter.to()).isEqualTo(EMAIL);
        assertThat(letter.subject()).isEqualTo("Tiket Anda: Netralitas ASN");
        assertThat(letter.text())
                .contains("Yth. Siti Rahayu", ticket.path("code").stringValue())
                .contains(
                        "http://localhost:8080/tiket/"
                                + ticket.path("code").stringValue().replace("-", ""));
    }

    @Test
    void nothingTellsWhetherAContactIsRegistered() {
        registered(event, EMAIL);
        EntityExchangeResult<byte[]> known = timed(EMAIL);
        EntityExchangeResult<byte[]> unknown = timed("orang.lain@example.go.id");
        assertThat(known.getStatus().value()).isEqualTo(202);
        assertThat(unknown.getStatus()).isEqualTo(known.getStatus());
        assertThat(undated(unknown)).isEqualTo(undated(known));
        assertThat(unknown.getResponseBody()).isEqualTo(known.getResponseBody()).isNull();
        assertThat(count()).isEqualTo(1);
    }

    private static HttpHeaders undated(EntityExchangeResult<byte[]> answer) {
        HttpHeaders headers = HttpHeaders.copyOf(answer.getResponseHeaders());
        headers.remove(HttpHeaders.DATE);
        return headers;
    }

    /** Fails when the answer goes out as soon as it is known that there is nobody. */
    private EntityExchangeResult<byte[]> timed(String contact) {
        long start = System.nanoTime();
        EntityExchangeResult<byte[]> answer = resend(event, contact).expectBody().returnResult();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(LostTickets.ANSWER_AFTER);
        return answer;
    }

    @Test
    void whoGaveNoAddressIsSentNothing() {
        registered(event, null);
        resend(event, PHONE).expectStatus().isAccepted();
        assertThat(count()).isZero();
    }

    @Test
    void onlyTicketsOfThatEventThatAreValidAreSent() {
        UUID other = sample.openEvent(e -> e);
        registered(other, EMAIL);
        JsonNode cancelled = registered(event, EMAIL);
        api.delete(
                        TestTokens.anyone(),
                        "/api/registrations/" + cancelled.path("ticket").path("code").stringValue())
                .expectStatus()
                .isNoContent();
        resend(event, EMAIL).expectStatus().isAccepted();
        assertThat(count()).isZero();
    }

    @Test
    void aTicketIsSentThreeTimesADayHoweverManyAskAtOnce() {
        registered(event, EMAIL);
        Contact contact = new Contact.ByEmail(EMAIL.toLowerCase());
        Flux.range(0, 8).flatMap(_ -> lost.ask(event, contact)).then().block();
        assertThat(count()).isEqualTo(LostTickets.A_DAY);
        database.sql("update outbox set created_at = created_at - interval '1 day'").then().block();
        lost.ask(event, contact).block();
        assertThat(count()).isEqualTo(LostTickets.A_DAY + 1);
    }

    @Test
    void aContactThatIsNoneAndAnEventThatIsNotAreRefused() {
        for (String contact : List.of("", "siti@", "12345", "siti rahayu", "\u0000@x.id")) {
            resend(event, contact).expectStatus().isEqualTo(422);
        }
        resend(UUID.randomUUID(), EMAIL).expectStatus().isNotFound();
        resend(sample.event(e -> e.put("status", "draft")), EMAIL).expectStatus().isNotFound();
    }

    @Test
    void thePageSendsTheTicketsOfAllEventsThatAreNotOver() {
        registered(event, EMAIL);
        UUID over = sample.openEvent(e -> e);
        registered(over, EMAIL);
        ObjectNode ended = Sample.mode(Sample.ended(sample.eventNode(over)), "open");
        sample.put(ended.put("version", 2));
        Browser.Seen asked =
                browser.submit(TestTokens.anyone(), "/tiket/hilang", Map.of("contact", EMAIL));
        assertThat(asked.html()).contains("Bila kontak itu terdaftar, tiket dikirim ke sana.");
        assertThat(theOnlyLetter().subject()).contains("Netralitas ASN");
    }

    @Test
    void thePageOfAnEventNamesItAndKeepsWhatWasTypedWrongly() {
        String page = "/tiket/hilang?kegiatan=rakor-" + event;
        Browser.Seen form = browser.get(TestTokens.anyone(), page);
        assertThat(form.html()).contains("Netralitas ASN");
        assertThat(form.value("kegiatan")).isEqualTo("rakor-" + event);
        Browser.Seen wrong =
                browser.submit(
                        TestTokens.anyone(),
                        "/tiket/hilang",
                        Map.of("contact", "siti@", "kegiatan", "rakor-" + event));
        assertThat(wrong.status().value()).isEqualTo(422);
        assertThat(wrong.value("contact")).isEqualTo("siti@");
    }

    private JsonNode registered(UUID at, String email) {
        ObjectNode body = api.person(unit, "Siti Rahayu", "");
        ((ObjectNode) body.path("attendee")).put("email", email);
        return api.registered(at, body);
    }

    private WebTestClient.ResponseSpec resend(UUID at, String contact) {
        return api.post(
                TestTokens.anyone(),
                "/api/events/" + at + "/tickets/resend",
                json.createObjectNode().put("contact", contact));
    }

    private Letter theOnlyLetter() {
        Courier courier = letter -> Mono.fromRunnable(() -> delivered.add(letter));
        new Postman(outbox, letters, courier, Clock.systemUTC()).empty().block();
        assertThat(delivered).hasSize(1);
        return delivered.getFirst();
    }

    private long count() {
        return Objects.requireNonNull(
                database.sql("select count(*) from outbox").mapValue(Long.class).one().block());
    }
}
