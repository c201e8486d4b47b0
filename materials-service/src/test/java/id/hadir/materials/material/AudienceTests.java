package id.hadir.materials.material;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.test.TestTokens;
import id.hadir.materials.MaterialsTest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who sees and gets what: each role and each state of a ticket against each audience. */
class AudienceTests extends MaterialsTest {

    private static final List<String> ALL =
            List.of("public", "registered", "attended", "organiser");

    @Test
    void everyoneSeesAndGetsWhatIsForThemAndNothingElse() {
        UUID event = publishedEvent();
        UUID unit = unit("Kecamatan Baros", "kecamatan", "36.04.06");
        ticket(event, "AAAABBBBCCCC", unit, "confirmed", false);
        ticket(event, "AAAABBBBCCC1", unit, "confirmed", true);
        ticket(event, "AAAABBBBCCC2", unit, "waitlisted", false);
        ticket(event, "AAAABBBBCCC3", unit, "cancelled", true);
        ticket(event, "AAAABBBBCCC4", unit, "substituted", false);
        ticket(publishedEvent(), "AAAABBBBCCC5", unit, "confirmed", true);
        Map<String, String> materials = new LinkedHashMap<>();
        ALL.forEach(audience -> materials.put(audience, material(event, PDF, audience, audience)));

        Map<WebTestClient, List<String>> entitled = new LinkedHashMap<>();
        entitled.put(as(TestTokens.admin()), ALL);
        entitled.put(asOrganiser(), ALL);
        entitled.put(as(TestTokens.organiser(OTHER_AGENCY)), List.of("public"));
        entitled.put(as(TestTokens.desk(AGENCY)), List.of("public"));
        entitled.put(as(TestTokens.official(null)), List.of("public"));
        entitled.put(asAnyone(), List.of("public"));
        entitled.put(asTicket("AAAABBBBCCCC"), List.of("public", "registered"));
        entitled.put(asTicket("aaaa-bbbb-ccci"), List.of("public", "registered", "attended"));
        entitled.put(asTicket("AAAABBBBCCC2"), List.of("public"));
        entitled.put(asTicket("AAAABBBBCCC3"), List.of("public"));
        entitled.put(asTicket("AAAABBBBCCC4"), List.of("public"));
        entitled.put(asTicket("AAAABBBBCCC5"), List.of("public"));
        entitled.put(asTicket("ZZZZZZZZZZZZ"), List.of("public"));
        entitled.put(asTicket("not a ticket"), List.of("public"));

        entitled.forEach(
                (caller, audiences) -> {
                    assertThat(listed(caller, event)).isEqualTo(audiences);
                    materials.forEach(
                            (audience, id) -> {
                                if (audiences.contains(audience)) {
                                    content(caller, id).expectStatus().isOk();
                                } else {
                                    expectRefusal(content(caller, id), "not-your-audience");
                                }
                            });
                });
    }

    @Test
    void whatIsNotReleasedIsAnnouncedAndKeptBack() {
        UUID event = publishedEvent();
        MultipartBodyBuilder form = form(PDF, "nanti.pdf", "public");
        form.part("releaseAt", Instant.now().plusSeconds(3600).toString());
        String id = material(event, form);
        asAnyone()
                .get()
                .uri("/api/events/{id}/materials", event)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].available")
                .isEqualTo(false)
                .jsonPath("$.items[0].releaseAt")
                .isNotEmpty()
                .jsonPath("$.next")
                .isEmpty();
        expectRefusal(content(asAnyone(), id), "not-released");
        content(asOrganiser(), id).expectStatus().isOk();

        MultipartBodyBuilder past = form(PDF, "tadi.pdf", "public");
        past.part("releaseAt", Instant.now().minusSeconds(1).toString());
        content(asAnyone(), material(event, past)).expectStatus().isOk();
    }

    @Test
    void aDraftIsNobodysBusinessButItsOrganisers() {
        UUID event = event("draft", AGENCY);
        String id = material(event, PDF, "edaran.pdf", "public");
        content(asOrganiser(), id).expectStatus().isOk();
        assertThat(listed(asOrganiser(), event)).containsExactly("public");
        for (WebTestClient other :
                List.of(
                        asAnyone(),
                        as(TestTokens.organiser(OTHER_AGENCY)),
                        as(TestTokens.official(null)))) {
            content(other, id).expectStatus().isNotFound();
            other.get()
                    .uri("/api/events/{id}/materials", event)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    /** Registered a moment ago, and quicker than the feed. */
    @Test
    void aTicketThatIsOnItsWayIsWaitedFor() throws Exception {
        UUID event = publishedEvent();
        String id = material(event, PDF, "edaran.pdf", "registered");
        UUID unit = unit("Kecamatan Baros", "kecamatan", "36.04.06");
        CompletableFuture<Void> soon =
                CompletableFuture.runAsync(
                        () -> ticket(event, "NEWTYCKET001", unit, "confirmed", false),
                        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
        content(asTicket("NEWTYCKET001"), id).expectStatus().isOk();
        soon.get();
    }

    @Test
    void anUnknownTicketIsRefusedAfterASecond() {
        String id = material(publishedEvent(), PDF, "edaran.pdf", "registered");
        Instant start = Instant.now();
        expectRefusal(content(asTicket("ZZZZZZZZZZZZ"), id), "not-your-audience");
        assertThat(Duration.between(start, Instant.now()))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(4));
    }

    /** A draft is told by the feed while its organiser uploads already. */
    @Test
    void anEventThatIsOnItsWayIsWaitedFor() throws Exception {
        UUID event = UUID.randomUUID();
        CompletableFuture<Void> soon =
                CompletableFuture.runAsync(
                        () -> tellEvent(event, 1, "draft", "Rakor", AGENCY),
                        CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
        material(event, PDF, "edaran.pdf", "public");
        soon.get();
    }

    @Test
    void aListIsReadPageByPage() {
        UUID event = publishedEvent();
        for (int i = 0; i < 3; i++) {
            material(event, PDF, "edaran-" + i + ".pdf", "public");
        }
        Map<?, ?> first = list(asAnyone(), event, "?limit=2");
        assertThat((List<?>) first.get("items")).hasSize(2);
        Map<?, ?> second = list(asAnyone(), event, "?limit=2&cursor=" + first.get("next"));
        assertThat((List<?>) second.get("items")).hasSize(1);
        assertThat(second.get("next")).isNull();
        asAnyone()
                .get()
                .uri("/api/events/{id}/materials?cursor=abc", event)
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    private static List<String> listed(WebTestClient caller, UUID event) {
        return ((List<?>) list(caller, event, "").get("items"))
                .stream().map(item -> String.valueOf(((Map<?, ?>) item).get("audience"))).toList();
    }

    private static Map<?, ?> list(WebTestClient caller, UUID event, String query) {
        Map<?, ?> answer =
                caller.get()
                        .uri("/api/events/" + event + "/materials" + query)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        return answer == null ? Map.of() : answer;
    }

    private static void expectRefusal(WebTestClient.ResponseSpec answer, String code) {
        answer.expectStatus().isForbidden().expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
