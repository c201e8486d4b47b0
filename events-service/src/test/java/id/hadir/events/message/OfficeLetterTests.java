package id.hadir.events.message;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.calendar.CalendarMessage;
import id.hadir.kit.message.About;
import id.hadir.kit.message.Channels;
import id.hadir.kit.message.Claimed;
import id.hadir.kit.message.Courier;
import id.hadir.kit.message.Letter;
import id.hadir.kit.message.OutboxStore;
import id.hadir.kit.message.Postman;
import id.hadir.kit.test.StrictCalendar;
import id.hadir.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Which offices are written to, when, and what. */
@ServiceTest
class OfficeLetterTests {

    @Autowired private Caller caller;
    @Autowired private DatabaseClient database;
    @Autowired private OutboxStore outbox;
    @Autowired private OfficeLetters letters;
    @Autowired private OfficeQueueStore queue;

    private final List<Letter> delivered = new ArrayList<>();
    private final Courier courier = letter -> Mono.fromRunnable(() -> delivered.add(letter));
    private String organiser;
    private String event;
    private String office;

    @BeforeEach
    void aDraftAndAnOfficeWithAnAddress() {
        database.sql("delete from outbox").then().block();
        String agency = caller.agency("KPU Kabupaten Pati", "33.18");
        organiser = TestTokens.organiser(agency);
        office = unit("Dinas " + UUID.randomUUID(), "dinas@pati.example.go.id");
        event =
                caller.event(
                                agency,
                                Map.of(
                                        "type", "sosialisasi",
                                        "title", "Netralitas ASN",
                                        "startsAt", "2031-08-11T09:00:00+07:00",
                                        "endsAt", "2031-08-11T12:00:00+07:00",
                                        "venue",
                                                Map.of(
                                                        "name", "Hotel New Merdeka",
                                                        "regionCode", "33.18")))
                        .path("id")
                        .stringValue();
    }

    @Test
    void anOfficeHearsOfItOncePublishedAndOnceOnly() {
        invite(office, 2);
        assertThat(sent()).isEmpty();
        publish();
        invite(office, 3);
        publish();
        Letter letter = only(sent());
        assertThat(letter.to()).isEqualTo("dinas@pati.example.go.id");
        assertThat(letter.subject()).isEqualTo("Undangan: Netralitas ASN");
        assertThat(letter.text())
                .contains(
                        "Yth. Kepala Dinas,",
                        "Senin, 11 Agustus 2031, pukul 09.00 s.d. 12.00 WIB",
                        "Hotel New Merdeka, Kabupaten Pati",
                        "3 orang",
                        "/daftar?undangan=");
        invite(office, 1);
        assertThat(sent()).isEmpty();
    }

    @Test
    void aDeadlineAndWhoIsMeantStandInIt() {
        Map<String, Object> line = Map.of("unitIds", List.of(office), "position", "Sekretaris");
        caller.post(
                        organiser,
                        "/api/events/" + event + "/invitations",
                        Map.of("audience", List.of(line), "answerBy", "2031-08-04T15:00:00+07:00"))
                .expectStatus()
                .isOk();
        publish();
        assertThat(only(sent()).text())
                .contains(
                        "Yth. Sekretaris,",
                        "Mohon jawaban paling lambat Senin, 4 Agustus 2031, pukul 15.00 WIB.");
    }

    @Test
    void whoIsInvitedAfterwardsHearsOfItThen() {
        invite(office, 1);
        publish();
        assertThat(sent()).hasSize(1);
        String late = unit("Badan " + UUID.randomUUID(), "badan@pati.example.go.id");
        invite(late, 1);
        assertThat(only(sent()).to()).isEqualTo("badan@pati.example.go.id");
    }

    @Test
    void anOfficeWithoutAnAddressIsNotWrittenTo() {
        invite(unit("Bagian " + UUID.randomUUID(), null), 1);
        publish();
        assertThat(sent()).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void aMoveTellsOldAndNewAndWhyAndAnyOtherChangeNothing() {
        invite(office, 1);
        publish();
        sent();
        caller.patch(organiser, event, "*", Map.of("note", "Bawa surat tugas"))
                .expectStatus()
                .isOk();
        assertThat(sent()).isEmpty();
        move("2031-08-12");
        Letter letter = only(sent());
        assertThat(letter.subject()).isEqualTo("Perubahan jadwal: Netralitas ASN");
        assertThat(letter.text())
                .contains(
                        "Semula: Senin, 11 Agustus 2031, pukul 09.00 s.d. 12.00 WIB",
                        "Menjadi: Selasa, 12 Agustus 2031, pukul 09.00 s.d. 12.00 WIB",
                        "Alasan: Hotel penuh");
        move("2031-08-13");
        assertThat(only(sent()).text()).contains("Semula: Selasa", "Menjadi: Rabu");
    }

    @Test
    void ofTwoMovesInQuickSuccessionOnlyTheLastIsTold() {
        invite(office, 1);
        publish();
        sent();
        move("2031-08-12");
        move("2031-08-13");
        assertThat(only(sent()).text()).contains("Semula: Selasa", "Menjadi: Rabu");
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void theSameRoomInAnotherRegencyAndAnotherLinkAreTold() {
        invite(office, 1);
        publish();
        sent();
        Map<String, String> venue = Map.of("name", "Hotel New Merdeka", "regionCode", "33.19");
        caller.patch(organiser, event, "*", Map.of("venue", venue)).expectStatus().isOk();
        assertThat(only(sent()).text())
                .contains(
                        "WIB; Hotel New Merdeka, Kabupaten Pati\nMenjadi:",
                        "WIB; Hotel New Merdeka, Kabupaten Kudus");
        String link = "https://rapat.example.go.id/2";
        caller.patch(organiser, event, "*", Map.of("onlineUrl", link)).expectStatus().isOk();
        assertThat(only(sent()).text()).contains("tautan daring", "Tautan daring: " + link);
    }

    /** A larger room changes nobody's calendar. */
    @Test
    void seatsOfTheRoomAloneNeitherTellNorUntellAMove() {
        invite(office, 1);
        publish();
        sent();
        move("2031-08-12");
        caller.patch(organiser, event, "*", Map.of("venue", Map.of("capacity", 600)))
                .expectStatus()
                .isOk();
        assertThat(only(sent()).text())
                .contains("Semula: Senin", "Menjadi: Selasa", "Alasan: Hotel penuh");
    }

    @Test
    void cancellingTellsWhy() {
        invite(office, 1);
        publish();
        sent();
        cancel();
        Letter letter = only(sent());
        assertThat(letter.subject()).isEqualTo("Dibatalkan: Netralitas ASN");
        assertThat(letter.text()).contains("Alasan: Banjir");
    }

    @Test
    void anInvitationThatStillWaitsTellsHowThingsAreThen() {
        invite(office, 1);
        publish();
        move("2031-08-12");
        assertThat(only(sent()).text()).contains("Selasa, 12 Agustus 2031");
    }

    @Test
    void whoWasNeverToldIsNotToldThatItIsCalledOff() {
        invite(office, 1);
        publish();
        cancel();
        assertThat(sent()).isEmpty();
        String draft = event;
        aDraftAndAnOfficeWithAnAddress();
        assertThat(event).isNotEqualTo(draft);
        invite(office, 1);
        cancel();
        assertThat(rows()).isZero();
    }

    @Test
    void whoIsTakenOffTheRosterIsNotWrittenToAnyMore() {
        invite(office, 1);
        publish();
        String invitation =
                caller.getJson(organiser, "/api/events/" + event + "/invitations")
                        .at("/items/0/id")
                        .stringValue();
        caller.request(
                        HttpMethod.DELETE,
                        organiser,
                        "/api/events/" + event + "/invitations/" + invitation)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(sent()).isEmpty();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void anOfficeThatIsSwitchedOffHearsOnOfWhatItWasInvitedTo() {
        invite(office, 1);
        publish();
        caller.request(HttpMethod.PATCH, organiser, "/api/units/{id}", office)
                .header("If-Match", "*")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"active\":false}")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(only(sent()).subject()).isEqualTo("Undangan: Netralitas ASN");
        move("2031-08-12");
        assertThat(only(sent()).subject()).isEqualTo("Perubahan jadwal: Netralitas ASN");
    }

    @Test
    void theSameIsQueuedOnceForASchedule() {
        invite(office, 1);
        publish();
        sent();
        UUID id = UUID.fromString(event);
        for (int version : List.of(7, 7, 8)) {
            queue.queue(id, OfficeMessage.CHANGED, version, Clock.systemUTC().instant()).block();
        }
        assertThat(sent()).hasSize(2);
    }

    /** As the migration to this version does it. */
    @Test
    void whoWasOnARosterBeforeThereWereLettersGetsNoneByALaterWave() throws Exception {
        invite(office, 1);
        publish();
        database.sql("delete from outbox").then().block();
        database.sql("update invitation set id = uuidv7(interval '-90 days') where event_id = :id")
                .bind("id", UUID.fromString(event))
                .then()
                .block();
        String migration =
                new ClassPathResource("db/migration/V17__outbox_by_channel.sql")
                        .getContentAsString(StandardCharsets.UTF_8);
        database.sql(migration.substring(migration.indexOf("insert into outbox")).replace(";", ""))
                .then()
                .block();
        invite(unit("Badan " + UUID.randomUUID(), "badan@pati.example.go.id"), 1);
        assertThat(only(sent()).to()).isEqualTo("badan@pati.example.go.id");
        move("2031-08-12");
        assertThat(sent()).as("of changes they are told").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+6281234567890", "0812-3456-7890", "62 812 3456 7890"})
    void whereAGatewayIsSetUpAnOfficeWithAMobileNumberHearsByItToo(String typed) {
        queueByBothWithPhone(typed);
        assertThat(rows()).isEqualTo(2);
        Claimed byPhone =
                Objects.requireNonNull(
                        outbox.claim(
                                        Channels.WEBHOOK,
                                        Clock.systemUTC().instant(),
                                        Duration.ofMinutes(1),
                                        10)
                                .blockFirst());
        Letter message = Objects.requireNonNull(letters.write(byPhone).block());
        About about = Objects.requireNonNull(message.about());
        assertThat(message.to()).isEqualTo("+6281234567890");
        assertThat(message.calendar()).isNull();
        assertThat(about.kind()).isEqualTo("invited");
        assertThat(about.name()).isEqualTo("Kepala Dinas");
        assertThat(about.url()).contains("/daftar?undangan=");
        assertThat(message.text()).contains(about.url(), "Pesan ini").doesNotContain("Surel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0295 381234", "+62 295 381234", "081234567890/12", "+8112345678"})
    void aNumberThatIsNoMobileOneGetsNoMessage(String typed) {
        queueByBothWithPhone(typed);
        assertThat(rows()).isEqualTo(1);
    }

    private void queueByBothWithPhone(String phone) {
        invite(office, 1);
        publish();
        database.sql("delete from outbox").then().block();
        database.sql("update unit set phone = :phone where id = :id")
                .bind("phone", phone)
                .bind("id", UUID.fromString(office))
                .then()
                .block();
        Channels both = new Channels(List.of(Channels.EMAIL, Channels.WEBHOOK));
        new OfficeQueueStore(database, both)
                .queue(
                        UUID.fromString(event),
                        OfficeMessage.INVITED,
                        0,
                        Clock.systemUTC().instant())
                .block();
    }

    /** Read by a library of its own; the same entry as the .ics of the event. */
    @Test
    void theLettersMoveTheEventInTheCalendarOfWhoReadsThem() throws Exception {
        invite(office, 1);
        publish();
        VEvent invited = calendar(only(sent()), "REQUEST");
        move("2031-08-12");
        VEvent moved = calendar(only(sent()), "REQUEST");
        cancel();
        VEvent cancelled = calendar(only(sent()), "CANCEL");
        assertThat(value(invited, "UID")).isEqualTo(event + "@hadir.id");
        assertThat(value(moved, "UID")).isEqualTo(value(invited, "UID"));
        assertThat(value(cancelled, "UID")).isEqualTo(value(invited, "UID"));
        assertThat(value(moved, "DTSTART")).isEqualTo("20310812T020000Z");
        assertThat(value(cancelled, "STATUS")).isEqualTo("CANCELLED");
        assertThat(List.of(invited, moved, cancelled))
                .extracting(entry -> value(entry, "SEQUENCE"))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(value(invited, "ORGANIZER")).isEqualTo("mailto:hadir@localhost");
        assertThat(value(invited, "ATTENDEE")).isEqualTo("mailto:dinas@pati.example.go.id");
    }

    private static VEvent calendar(Letter letter, String method) throws Exception {
        CalendarMessage message = Objects.requireNonNull(letter.calendar());
        assertThat(message.method()).isEqualTo(method);
        Calendar read = StrictCalendar.read(message.text());
        assertThat(read.getMethod().getValue()).isEqualTo(method);
        return (VEvent) read.getComponents().getFirst();
    }

    private static String value(VEvent entry, String property) {
        return entry.getRequiredProperty(property).getValue();
    }

    @Test
    void theOrganiserSeesWhatWasSentToWhomWithoutWholeAddresses() {
        invite(office, 1);
        publish();
        sent();
        String uri = "/api/events/" + event + "/messages";
        JsonNode report = caller.getJson(organiser, uri);
        assertThat(report.at("/totals/0/state").stringValue()).isEqualTo("delivered");
        assertThat(report.at("/totals/0/count").intValue()).isEqualTo(1);
        assertThat(report.at("/items/0/address").stringValue()).isEqualTo("d…@pati.example.go.id");
        assertThat(caller.getJson(organiser, uri + "?state=refused").path("items")).isEmpty();
        caller.get(organiser, uri + "?channel=pigeon").expectStatus().isEqualTo(422);
        caller.get(TestTokens.organiser(UUID.randomUUID().toString()), uri)
                .expectStatus()
                .isForbidden();
        String slug = caller.getJson(organiser, "/api/events/" + event).path("slug").stringValue();
        String page =
                Objects.requireNonNull(
                        caller.get(organiser, "/panitia/" + slug + "/pesan")
                                .expectStatus()
                                .isOk()
                                .expectBody(String.class)
                                .returnResult()
                                .getResponseBody());
        assertThat(page).contains("d…@pati.example.go.id").doesNotContain("dinas@pati");
    }

    private void invite(String unit, int seats) {
        caller.post(
                        organiser,
                        "/api/events/" + event + "/invitations",
                        Map.of(
                                "audience",
                                List.of(Map.of("unitIds", List.of(unit), "seats", seats))))
                .expectStatus()
                .isOk();
    }

    private void publish() {
        caller.post(organiser, "/api/events/" + event + "/publish", "").expectStatus().isOk();
    }

    private void move(String day) {
        Map<String, String> to =
                Map.of(
                        "startsAt", day + "T09:00:00+07:00",
                        "endsAt", day + "T12:00:00+07:00",
                        "reason", "Hotel penuh");
        caller.post(organiser, "/api/events/" + event + "/reschedule", to).expectStatus().isOk();
    }

    private void cancel() {
        caller.post(organiser, "/api/events/" + event + "/cancel", Map.of("reason", "Banjir"))
                .expectStatus()
                .isOk();
    }

    private String unit(String name, @Nullable String email) {
        Map<String, Object> unit = new HashMap<>();
        unit.put("name", name);
        unit.put("kind", "opd");
        unit.put("regionCode", "33.18");
        unit.put("headTitle", "Kepala Dinas");
        unit.put("email", email);
        return caller.json(
                        caller.post(TestTokens.admin(), "/api/units", unit)
                                .expectStatus()
                                .isCreated())
                .path("id")
                .stringValue();
    }

    private List<Letter> sent() {
        delivered.clear();
        new Postman(outbox, letters, courier, Clock.systemUTC()).empty().block();
        return List.copyOf(delivered);
    }

    private static Letter only(List<Letter> letters) {
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private long rows() {
        return Objects.requireNonNull(
                database.sql("select count(*) from outbox").mapValue(Long.class).one().block());
    }
}
