package id.hadir.events.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** All desa of the country at once: in parts, with progress, and all of it or nothing. */
@ServiceTest
class LargeAudienceTests {

    private static final int DESA = 75_252;

    @Autowired Caller caller;
    @Autowired DatabaseClient database;

    @Test
    void allDesaAreInvitedInOneStepWhoseProgressIsSeenAndNoneOfItsParts() {
        String agency = caller.agency("Bawaslu Republik Indonesia", "31");
        String organiser = TestTokens.organiser(agency);
        JsonNode event =
                caller.event(agency, Map.of("type", "rakornas", "title", "Netralitas kepala desa"));
        String invitations = "/api/events/" + event.path("id").stringValue() + "/invitations";
        String progress = "/panitia/" + event.path("slug").stringValue() + "/undang/kemajuan";
        long before = System.nanoTime();
        CompletableFuture<JsonNode> sent =
                CompletableFuture.supplyAsync(
                        () ->
                                caller.json(
                                        caller.post(
                                                        organiser,
                                                        invitations,
                                                        Map.of(
                                                                "audience",
                                                                List.of(Map.of("kind", "desa"))))
                                                .expectStatus()
                                                .isOk()));
        List<String> seen = new ArrayList<>();
        List<Integer> visible = new ArrayList<>();
        while (!sent.isDone()) {
            int items = caller.getJson(organiser, invitations + "?limit=1").path("items").size();
            String told = html(organiser, progress);
            if (told.contains("<progress")) {
                seen.add(told);
                visible.add(items);
            }
        }
        assertThat(sent.join().path("added").intValue()).isEqualTo(DESA);
        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
        assertThat(seen).isNotEmpty().last().asString().contains("75.252 kantor");
        assertThat(visible).containsOnly(0);
        assertThat(html(organiser, progress)).doesNotContain("<progress");
        assertThat(orderBroken(event.path("id").stringValue())).isZero();
    }

    /** Invitations whose place does not come after that of the one before. */
    private Long orderBroken(String event) {
        return database.sql(
                        """
                        select count(*) from (
                            select unit.place, lag(unit.place) over (order by invitation.id) as earlier
                            from invitation join unit on unit.id = invitation.unit_id
                            where invitation.event_id = :event::uuid) as listed
                        where place < earlier
                        """)
                .bind("event", event)
                .mapValue(Long.class)
                .one()
                .block();
    }

    private String html(String token, String path) {
        return String.valueOf(
                caller.get(token, path)
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
