package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Browser.Seen;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;

/** One registration is at work and one waits, which is all that may: the next is refused. */
@ServiceTest
@Import(Applicants.class)
@TestPropertySource(properties = {"hadir.registration.batch=1", "hadir.registration.waiting=1"})
class OverloadTests {

    @Autowired private Sample sample;
    @Autowired private Applicants applicants;
    @Autowired private Registering registering;
    @Autowired private Api api;
    @Autowired private Browser browser;
    @Autowired private Environment environment;

    private OtherSession other;
    private UUID event;
    private UUID unit;
    private List<CompletableFuture<Verdict>> before;

    @BeforeEach
    void theQueueIsFull() throws Exception {
        event = sample.openEvent(e -> e);
        unit = sample.unit("Dinas A", "opd", "33.18");
        other = OtherSession.open(environment);
        other.lockSeatsOf(event);
        before = List.of(submit("Satu"), submit("Dua"));
        other.awaitWaiters(1);
    }

    @AfterEach
    void nobodyElse() throws SQLException {
        other.close();
    }

    @Test
    void aProgramIsRefusedAtOnceAndToldWhenToComeBack() throws Exception {
        api.register(event, api.person(unit, "Siti", ""))
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "1")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("overloaded");
        assertThat(before)
                .as("nobody had to be answered first")
                .noneMatch(CompletableFuture::isDone);

        other.rollback();
        for (CompletableFuture<Verdict> one : before) {
            assertThat(one.get(30, TimeUnit.SECONDS)).isInstanceOf(Verdict.Admitted.class);
        }
        api.register(event, api.person(unit, "Siti", "")).expectStatus().isCreated();
    }

    @Test
    void theFormComesBackAsItWasTypedAndIsAcceptedWhenSentAgain() throws Exception {
        Map<String, String> typed = typed();

        Seen later = submit(typed);

        assertThat(later.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(later.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        assertThat(later.html())
                .contains("Banyak orang sedang mendaftar", "Isian Anda tidak hilang")
                .contains("Kirim pendaftaran");
        Map<String, String> sentAgain = new HashMap<>();
        typed.keySet().forEach(field -> sentAgain.put(field, later.value(field)));
        sentAgain.put("presence", "represents");
        assertThat(later.isChosen("presence", "represents")).isTrue();
        assertThat(sentAgain).isEqualTo(typed);

        other.rollback();
        for (CompletableFuture<Verdict> one : before) {
            one.get(30, TimeUnit.SECONDS);
        }
        assertThat(submit(sentAgain).location()).startsWith("/tiket/");
    }

    @Test
    void theFormComesBackEvenWhenTheDatabaseCannotBeAskedForTheEvent() throws Exception {
        Map<String, String> typed = typed();
        other.execute("lock table event in access exclusive mode");

        CompletableFuture<Seen> answer = CompletableFuture.supplyAsync(() -> submit(typed));
        other.awaitWaiters(2);
        other.killWhoWaits();

        Seen later = answer.get(30, TimeUnit.SECONDS);
        assertThat(later.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(later.html()).contains("Isian Anda tidak hilang");
        assertThat(later.value("attendee.name")).isEqualTo("Siti");
        assertThat(later.value("key")).isEqualTo(typed.get("key"));
    }

    private Map<String, String> typed() {
        Map<String, String> fields = new HashMap<>();
        fields.put("key", UUID.randomUUID().toString());
        fields.put("invitation", "");
        fields.put("office", "dinas");
        fields.put("unitId", unit.toString());
        fields.put("unitName", "");
        fields.put("presence", "represents");
        fields.put("representing.position", "Kepala Dinas A");
        fields.put("representing.name", "");
        fields.put("representing.basis", "Surat tugas 800/12");
        fields.put("attendee.name", "Siti");
        fields.put("attendee.nip", "197805122003122001");
        fields.put("attendee.position", "Sekretaris");
        fields.put("attendee.phone", "0812 3456 7890");
        fields.put("attendee.email", "siti@example.go.id");
        fields.put("noticeAccepted", "true");
        return fields;
    }

    private Seen submit(Map<String, String> fields) {
        return browser.submit(TestTokens.anyone(), "/kegiatan/rakor-" + event + "/daftar", fields);
    }

    private CompletableFuture<Verdict> submit(String name) {
        return registering.submit(applicants.named(event, unit, name)).toFuture();
    }
}
