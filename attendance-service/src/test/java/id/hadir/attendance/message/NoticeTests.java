package id.hadir.attendance.message;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.attendance.eventcopy.EventQueries;
import id.hadir.kit.calendar.CalendarMessage;
import id.hadir.kit.message.Channels;
import id.hadir.kit.message.Courier;
import id.hadir.kit.message.Letter;
import id.hadir.kit.message.OutboxStore;
import id.hadir.kit.message.Postman;
import id.hadir.kit.test.StrictCalendar;
import id.hadir.kit.test.TestTokens;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What those who have registered are told: changes, cancellation, reminders. */
@ServiceTest
class NoticeTests {

    /** Monday, 09.00 WIB. */
    private static final Instant START = Instant.parse("2031-08-11T02:00:00Z");

    private static final Instant DAYS_BEFORE = START.minus(Duration.ofDays(3));
    private static final Instant HOURS_BEFORE = START.minus(Duration.ofHours(3));

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;
    @Autowired private DatabaseClient database;
    @Autowired private OutboxStore outbox;
    @Autowired private RecipientQueries recipients;
    @Autowired private EventQueries events;
    @Autowired private ReminderStopStore stops;
    @Autowired private PeaceToken tokens;
    @Autowired private TicketTexts tickets;
    @Autowired private NoticeTexts notices;
    @Autowired private Reminders reminders;

    private final List<Letter> delivered = new ArrayList<>();
    private final Courier courier = letter -> Mono.fromRunnable(() -> delivered.add(letter));
    private UUID event;
    private String code;

    @BeforeEach
    void somebodyWithAnAddressAndSomebodyWithout() {
        database.sql("delete from outbox").then().block();
        database.sql("delete from event where starts_at > '2031-01-01'").then().block();
        event = sample.openEvent(e -> at(e.put("title", "Netralitas ASN"), START));
        UUID unit = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
        ObjectNode body = api.person(unit, "Siti Rahayu", "");
        ((ObjectNode) body.path("attendee")).put("email", "siti@example.go.id");
        JsonNode ticket = api.registered(event, body).path("ticket");
        code = ticket.path("code").stringValue().replace("-", "");
        api.registered(event, api.person(unit, "Budi", ""));
    }

    @Test
    void aMoveTellsOldAndNewOnce() {
        change(2, START.plus(Duration.ofDays(1)));
        change(2, START.plus(Duration.ofDays(1)));
        Letter letter = only(sent(DAYS_BEFORE));
        assertThat(letter.to()).isEqualTo("siti@example.go.id");
        assertThat(letter.subject()).isEqualTo("Perubahan jadwal: Netralitas ASN");
        assertThat(letter.text())
                .contains(
                        "Yth. Siti Rahayu",
                        "Semula: Senin, 11 Agustus 2031, pukul 09.00 WIB s.d. selesai; Hotel Grand",
                        "Menjadi: Selasa, 12 Agustus 2031, pukul 09.00 WIB",
                        "http://localhost:8080/tiket/" + code);
        assertThat(letter.unsubscribe()).isNull();
    }

    @Test
    void ofTwoMovesInQuickSuccessionOnlyTheLastIsTold() {
        change(2, START.plus(Duration.ofDays(1)));
        change(3, START.plus(Duration.ofDays(2)));
        assertThat(only(sent(DAYS_BEFORE)).text()).contains("Semula: Selasa", "Menjadi: Rabu");
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void theCalendarOfWhoReadsItMovesAlong() throws Exception {
        sample.put(node(2, START.plus(Duration.ofDays(1))).put("sequence", 3));
        CalendarMessage moved = Objects.requireNonNull(only(sent(DAYS_BEFORE)).calendar());
        sample.put(node(3, START).put("sequence", 4).put("status", "cancelled"));
        CalendarMessage off = Objects.requireNonNull(only(sent(DAYS_BEFORE)).calendar());
        assertThat(List.of(moved.method(), off.method())).containsExactly("REQUEST", "CANCEL");
        for (CalendarMessage message : List.of(moved, off)) {
            Calendar read = StrictCalendar.read(message.text());
            VEvent entry = (VEvent) read.getComponents().getFirst();
            assertThat(entry.getRequiredProperty("UID").getValue()).isEqualTo(event + "@hadir.id");
            assertThat(entry.getRequiredProperty("SEQUENCE").getValue())
                    .isEqualTo(message == moved ? "3" : "4");
            assertThat(entry.getRequiredProperty("ATTENDEE").getValue())
                    .isEqualTo("mailto:siti@example.go.id");
        }
    }

    @Test
    void whereAGatewayIsSetUpTelephonesHearToo() {
        Channels both = new Channels(List.of(Channels.EMAIL, Channels.WEBHOOK));
        Reminder reminder =
                Reminder.of(
                        event,
                        Notice.REMINDER_DAYS,
                        START,
                        ZoneOffset.ofHours(7),
                        Duration.ofDays(3));
        new NoticeQueueStore(database, both).remind(reminder, DAYS_BEFORE).block();
        assertThat(rows()).isEqualTo(3);
        List<Letter> toPhones =
                outbox.claim(Channels.WEBHOOK, DAYS_BEFORE, Duration.ofMinutes(1), 10)
                        .concatMap(letters(Clock.fixed(DAYS_BEFORE, ZoneOffset.UTC))::write)
                        .collectList()
                        .block();
        assertThat(toPhones).hasSize(2).extracting(Letter::to).containsOnly("+6281234567890");
        assertThat(toPhones)
                .allSatisfy(
                        message ->
                                assertThat(Objects.requireNonNull(message.about()).kind())
                                        .isEqualTo("reminder-days"));
    }

    @Test
    void theSameRoomInAnotherRegencyAndAnotherLinkAreToldToo() {
        ObjectNode elsewhere = node(2, START);
        ((ObjectNode) elsewhere.path("venue")).put("regionCode", "33.24");
        sample.put(elsewhere);
        assertThat(only(sent(DAYS_BEFORE)).subject()).startsWith("Perubahan jadwal");
        sample.put(elsewhere.put("version", 3).put("onlineUrl", "https://rapat.example.go.id/2"));
        assertThat(only(sent(DAYS_BEFORE)).text()).contains("; https://rapat.example.go.id/2\n\n");
        sample.put(elsewhere.put("version", 4).put("onlineUrl", "https://rapat.example.go.id/3"));
        assertThat(only(sent(DAYS_BEFORE)).text())
                .contains(
                        "; https://rapat.example.go.id/2\nMenjadi: ",
                        "; https://rapat.example.go.id/3\n\n");
    }

    @Test
    void aChangeThatMovesNobodyTellsNobody() {
        sample.put(node(2, START).put("title", "Netralitas ASN 2031"));
        assertThat(rows()).isZero();
    }

    @Test
    void cancellingTellsWhyAndSendsNoReminderAnyMore() {
        reminders.queueDue(DAYS_BEFORE).block();
        sample.put(node(2, START).put("status", "cancelled").put("cancelReason", "Banjir"));
        Letter letter = only(sent(DAYS_BEFORE));
        assertThat(letter.subject()).isEqualTo("Dibatalkan: Netralitas ASN");
        assertThat(letter.text()).contains("Alasan: Banjir");
        reminders.queueDue(HOURS_BEFORE).block();
        assertThat(sent(HOURS_BEFORE)).isEmpty();
    }

    @Test
    void whoHasGivenTheTicketBackIsToldNothing() {
        change(2, START.plus(Duration.ofDays(1)));
        api.delete(TestTokens.anyone(), "/api/registrations/" + code).expectStatus().isNoContent();
        assertThat(sent(DAYS_BEFORE)).isEmpty();
    }

    @Test
    void eachReminderGoesOutOnceHoweverManyReplicasThereAre() {
        reminders.queueDue(DAYS_BEFORE.minusSeconds(1)).block();
        assertThat(rows()).isZero();
        Flux.range(0, 4).flatMap(_ -> reminders.queueDue(DAYS_BEFORE)).then().block();
        Letter first = only(sent(DAYS_BEFORE));
        assertThat(first.subject()).isEqualTo("Pengingat: Netralitas ASN");
        reminders.queueDue(DAYS_BEFORE.plusSeconds(60)).block();
        assertThat(sent(DAYS_BEFORE.plusSeconds(60))).isEmpty();
        reminders.queueDue(HOURS_BEFORE).block();
        assertThat(sent(HOURS_BEFORE)).hasSize(1);
    }

    @Test
    void remindersMoveAlong() {
        reminders.queueDue(DAYS_BEFORE).block();
        change(2, START.plus(Duration.ofDays(7)));
        assertThat(only(sent(DAYS_BEFORE)).subject()).startsWith("Perubahan jadwal");
        reminders.queueDue(DAYS_BEFORE.plus(Duration.ofDays(7))).block();
        assertThat(only(sent(DAYS_BEFORE.plus(Duration.ofDays(7)))).text())
                .contains("Senin, 18 Agustus 2031");
    }

    @Test
    void aReminderThatCouldNotGoOutByDayDoesNotGoOutAtNight() {
        reminders.queueDue(DAYS_BEFORE).block();
        assertThat(sent(Instant.parse("2031-08-08T15:00:00Z"))).isEmpty();
    }

    @Test
    void oneClickEndsRemindersAndNothingElse() {
        reminders.queueDue(DAYS_BEFORE).block();
        URI stop = Objects.requireNonNull(only(sent(DAYS_BEFORE)).unsubscribe());
        assertThat(stop.toString()).doesNotContain("siti", code, event.toString());
        oneClick(stop.getPath());
        oneClick(stop.getPath());
        reminders.queueDue(HOURS_BEFORE).block();
        assertThat(sent(HOURS_BEFORE)).isEmpty();
        change(2, START.plus(Duration.ofDays(1)));
        assertThat(sent(HOURS_BEFORE)).hasSize(1);
        assertThat(audited("reminders.stopped")).isEqualTo(1);
    }

    @Test
    void whoStopsRemindersIsNotSentTheOneThatWaits() {
        reminders.queueDue(DAYS_BEFORE).block();
        oneClick(pageOfTheTicket());
        assertThat(sent(DAYS_BEFORE)).isEmpty();
    }

    @Test
    void theTicketLeadsToThePageThatStopsAndResumes() {
        assertThat(browser.get(TestTokens.anyone(), "/tiket/" + code).html())
                .contains("/tiket/" + code + "/pengingat");
        String page = pageOfTheTicket();
        assertThat(browser.get(TestTokens.anyone(), page).html()).contains("Hentikan pengingat");
        assertThat(browser.submit(TestTokens.anyone(), page, Map.of()).html())
                .contains("Pengingat dihentikan.");
        assertThat(browser.submit(TestTokens.anyone(), page, Map.of("again", "1")).html())
                .contains("Hentikan pengingat");
        reminders.queueDue(DAYS_BEFORE).block();
        assertThat(sent(DAYS_BEFORE)).hasSize(1);
    }

    @Test
    void aLinkThatSomebodyMadeUpIsNone() {
        String page = pageOfTheTicket();
        char last = page.charAt(page.length() - 5);
        String forged =
                page.substring(0, page.length() - 5)
                        + (last == 'A' ? 'B' : 'A')
                        + page.substring(page.length() - 4);
        for (String path : List.of(forged, unsealed(), "/tiket/pengingat/x")) {
            assertThat(browser.get(TestTokens.anyone(), path).status().value()).isEqualTo(404);
            assertThat(browser.submit(TestTokens.anyone(), path, Map.of()).status().value())
                    .isEqualTo(404);
        }
    }

    /** What a token says, by somebody who knows the ids and not the key. */
    private String unsealed() {
        UUID registration =
                Objects.requireNonNull(
                        database.sql(
                                        """
                                        select registration_id from registration
                                        where event_id = :event and email is not null
                                        """)
                                .bind("event", event)
                                .mapValue(UUID.class)
                                .one()
                                .block());
        byte[] bytes =
                ByteBuffer.allocate(33)
                        .put((byte) 'p')
                        .putLong(event.getMostSignificantBits())
                        .putLong(event.getLeastSignificantBits())
                        .putLong(registration.getMostSignificantBits())
                        .putLong(registration.getLeastSignificantBits())
                        .array();
        return "/tiket/pengingat/" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void theOrganiserSeesWhatWasSentToWhomWithoutWholeAddresses() {
        String organiser = TestTokens.organiser(Sample.AGENCY);
        reminders.queueDue(DAYS_BEFORE).block();
        sent(DAYS_BEFORE);
        change(2, START.plus(Duration.ofDays(1)));
        String uri = "/api/events/" + event + "/registrations/messages";
        JsonNode all = api.read(api.get(organiser, uri));
        assertThat(all.path("totals")).hasSize(2);
        assertThat(all.path("items").valueStream().map(one -> one.path("state").stringValue()))
                .containsExactly("waiting", "delivered");
        assertThat(all.at("/items/0/address").stringValue()).isEqualTo("s…@example.go.id");
        assertThat(all.at("/items/0/name").stringValue()).isEqualTo("Siti Rahayu");
        JsonNode waiting = api.read(api.get(organiser, uri + "?state=waiting&limit=1"));
        assertThat(waiting.path("items")).hasSize(1);
        assertThat(waiting.at("/items/0/kind").stringValue()).isEqualTo("changed");
        JsonNode first = api.read(api.get(organiser, uri + "?limit=1"));
        JsonNode second =
                api.read(
                        api.get(
                                organiser,
                                uri + "?limit=1&cursor=" + first.path("next").stringValue()));
        assertThat(second.at("/items/0/kind").stringValue()).isEqualTo("reminder-days");
        api.get(organiser, uri + "?state=lost").expectStatus().isEqualTo(422);
        String page = "/panitia/rakor-" + event + "/peserta/pesan";
        assertThat(browser.get(organiser, page).html())
                .contains("Pengingat beberapa hari sebelumnya", "s…@example.go.id", "Terkirim")
                .doesNotContain("siti@example.go.id");
    }

    private String pageOfTheTicket() {
        return browser.get(TestTokens.anyone(), "/tiket/" + code + "/pengingat").location();
    }

    private void oneClick(String path) {
        Map<String, String> body = Map.of("List-Unsubscribe", "One-Click");
        assertThat(browser.submit(TestTokens.anyone(), path, body).status().value()).isEqualTo(200);
    }

    private void change(int version, Instant start) {
        sample.put(node(version, start));
    }

    private ObjectNode node(int version, Instant start) {
        ObjectNode node = Sample.mode(sample.eventNode(event), "open");
        return at(node.put("version", version).put("title", "Netralitas ASN"), start);
    }

    private static ObjectNode at(ObjectNode node, Instant start) {
        return node.put("startsAt", start.toString())
                .put("endedAt", start.plusSeconds(7200).toString());
    }

    private List<Letter> sent(Instant at) {
        delivered.clear();
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        new Postman(outbox, letters(clock), courier, clock).empty().block();
        return List.copyOf(delivered);
    }

    private AttendeeLetters letters(Clock clock) {
        return new AttendeeLetters(recipients, events, stops, tokens, tickets, notices, clock);
    }

    private static Letter only(List<Letter> letters) {
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private long rows() {
        return Objects.requireNonNull(
                database.sql("select count(*) from outbox").mapValue(Long.class).one().block());
    }

    private long audited(String action) {
        return Objects.requireNonNull(
                database.sql("select count(*) from audit_entry where action = :a and event_id = :e")
                        .bind("a", action)
                        .bind("e", event)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }
}
