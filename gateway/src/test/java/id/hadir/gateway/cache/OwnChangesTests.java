package id.hadir.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.hadir.gateway.cache.Publisher.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

/** Whoever changes something and then reads. */
class OwnChangesTests extends CacheTest {

    @Test
    void ownChangeIsSeenAtOnceAndTheOthersKeepWhatTheyHave() throws Exception {
        String seats = "/api/events/" + page().substring("/kegiatan/".length()) + "/availability";
        SERVICE.at(seats, (_, number) -> Reply.of(SHARED, "isi " + number));
        SERVICE.at(
                "/api/events/abc/registrations",
                (request, _) ->
                        Reply.of("no-store", "{}")
                                .status(request.uri().endsWith("?penuh") ? 409 : 201));
        String[] mine = {"X-Forwarded-For", "203.0.113.7"};
        String[] other = {"X-Forwarded-For", "203.0.113.8"};
        assertThat(get(seats, mine).body()).isEqualTo("isi 1");

        assertThat(register("", mine)).isEqualTo(201);
        assertThat(get(seats, other).body()).isEqualTo("isi 1");
        assertThat(get(seats, mine).body()).isEqualTo("isi 2");
        assertThat(get(seats, mine).body()).isEqualTo("isi 2");
        assertThat(get(seats, other).body()).isEqualTo("isi 2");

        assertThat(register("?penuh", mine)).isEqualTo(409);
        assertThat(get(seats, mine).body()).isEqualTo("isi 2");
    }

    @Test
    void whoeverChangedSomethingDoesNotTakeWhatWasAskedForBefore() throws Exception {
        String page = page();
        Sinks.Empty<Void> gate = Sinks.empty();
        SERVICE.at(
                page,
                (_, number) -> {
                    Reply reply = Reply.of(SHARED, "isi " + number);
                    return number == 1 ? reply.after(gate) : reply;
                });
        var before = getAsync(page);
        await().until(() -> SERVICE.asked(page) == 1);
        client.send(
                request("/api/events/x/check-ins").POST(BodyPublishers.noBody()).build(),
                BodyHandlers.discarding());

        assertThat(get(page).body()).isEqualTo("isi 2");

        gate.tryEmitEmpty();
        assertThat(before.join().body()).isEqualTo("isi 1");
        assertThat(get(page).body()).isEqualTo("isi 2");
    }

    private int register(String query, String... headers) throws Exception {
        return client.send(
                        request("/api/events/abc/registrations" + query, headers)
                                .POST(BodyPublishers.ofString("{}"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
