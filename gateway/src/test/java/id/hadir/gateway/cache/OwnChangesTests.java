package id.hadir.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.hadir.gateway.cache.Publisher.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Sinks;

/** Whoever changes something and then reads. */
class OwnChangesTests extends CacheTest {

    private static final String[] MINE = {"X-Forwarded-For", "203.0.113.7"};
    private static final String[] OTHER = {"X-Forwarded-For", "203.0.113.8"};

    @Test
    void ownChangeIsSeenAtOnceAndTheOthersKeepWhatTheyHave() throws Exception {
        String event = event();
        String seats = seats(event);
        assertThat(get(seats, MINE).body()).isEqualTo("isi 1");

        change(event + "/registrations", MINE);

        assertThat(get(seats, OTHER).body()).isEqualTo("isi 1");
        assertThat(get(seats, MINE).body()).isEqualTo("isi 2");
        assertThat(get(seats, MINE).body()).isEqualTo("isi 2");
        assertThat(get(seats, OTHER).body()).isEqualTo("isi 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 500, 503})
    void refusalOrFailureChangedNothing(int status) throws Exception {
        String event = event();
        String seats = seats(event);
        SERVICE.at(event + "/registrations", (_, _) -> Reply.of("no-store", "{}").status(status));
        assertThat(get(seats, MINE).body()).isEqualTo("isi 1");

        change(event + "/registrations", MINE);

        assertThat(get(seats, MINE).body()).isEqualTo("isi 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registrations", "/check-ins", "/walk-ins"})
    void whatHappensAtAnotherEventsDoorsLeavesThisOnesAnswers(String door) throws Exception {
        String seats = seats(event());
        assertThat(get(seats, MINE).body()).isEqualTo("isi 1");

        change(event() + door, MINE);

        assertThat(get(seats, MINE).body()).isEqualTo("isi 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/events/x/publish", "/api/registrations/EFGH", "/panitia/x/ubah"})
    void everyOtherChangeCountsForAllThatIsReadFromThere(String path) throws Exception {
        String seats = seats(event());
        assertThat(get(seats, MINE).body()).isEqualTo("isi 1");

        change(path, MINE);

        assertThat(get(seats, MINE).body()).isEqualTo("isi 2");
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
                request(page + "/daftar").POST(BodyPublishers.noBody()).build(),
                BodyHandlers.discarding());

        assertThat(get(page).body()).isEqualTo("isi 2");

        gate.tryEmitEmpty();
        assertThat(before.join().body()).isEqualTo("isi 1");
        assertThat(get(page).body()).isEqualTo("isi 2");
    }

    private static String event() {
        return "/api/events/" + page().substring("/kegiatan/".length());
    }

    private static String seats(String event) {
        String seats = event + "/availability";
        SERVICE.at(seats, (_, number) -> Reply.of(SHARED, "isi " + number));
        return seats;
    }

    private void change(String path, String... headers) throws Exception {
        client.send(
                request(path, headers).POST(BodyPublishers.ofString("{}")).build(),
                BodyHandlers.discarding());
    }
}
