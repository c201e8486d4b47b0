package id.hadir.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.problem.Problem;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class EventStoreTests {

    @Autowired Caller caller;
    @Autowired EventStore store;
    @Autowired EventQueries queries;

    @Test
    void aVersionIsWrittenOnceAndTheLoserIsToldSo() {
        String agency = caller.agency("KPU Kota Kediri", "35.71");
        String text =
                caller.event(agency, Map.of("type", "rakor", "title", "Rakor"))
                        .path("id")
                        .stringValue();
        UUID id = UUID.fromString(text);
        Event first = Objects.requireNonNull(queries.find(id).block());
        Event one = Events.changed(first.cancel("Banjir", Instant.now()));
        Event other = Events.changed(first.cancel("Gempa", Instant.now()));
        store.update(one).block();
        assertThatThrownBy(() -> store.update(other).block())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo("precondition-failed"));
        assertThat(Objects.requireNonNull(queries.find(id).block()).cancelReason())
                .isEqualTo("Banjir");
    }
}
