package id.hadir.attendance.eventcopy;

import id.hadir.kit.feed.FeedApplier;
import id.hadir.kit.feed.FeedEntry;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Applies the feed of events-service: whole sets at a time, and never an older state over a newer
 * one.
 */
@Component
class EventCopy implements FeedApplier {

    private final EventCopyStore store;
    private final SeatsListener seats;
    private final NewsListener news;
    private final MergeListener merges;
    private final JsonMapper json;

    EventCopy(
            EventCopyStore store,
            SeatsListener seats,
            NewsListener news,
            MergeListener merges,
            JsonMapper json) {
        this.store = store;
        this.seats = seats;
        this.news = news;
        this.merges = merges;
        this.json = json;
    }

    @Override
    public Mono<Void> apply(List<FeedEntry> entries) {
        ArrayNode units =
                collect(entries, "units.changed", entry -> elements(entry.data(), "units"));
        ArrayNode events = collect(entries, "event.changed", entry -> Stream.of(entry.data()));
        ArrayNode invitations = collect(entries, "invitations.changed", EventCopy::invitations);
        return store.putUnits(units)
                .flatMapMany(Flux::fromIterable)
                .concatMap(merge -> merges.merged(merge.unit(), merge.into()))
                .then(store.putEvents(events).flatMap(news::heard))
                .then(store.putInvitations(invitations))
                .then(Mono.defer(() -> seats.seatsMayHaveChanged(eventsOf(events, invitations))));
    }

    private ArrayNode collect(
            List<FeedEntry> entries, String type, Function<FeedEntry, Stream<JsonNode>> rows) {
        ArrayNode all = json.createArrayNode();
        entries.stream().filter(entry -> entry.type().equals(type)).flatMap(rows).forEach(all::add);
        return all;
    }

    private static Stream<JsonNode> elements(JsonNode data, String member) {
        return data.path(member).valueStream();
    }

    private static Stream<JsonNode> invitations(FeedEntry entry) {
        String eventId = entry.data().path("eventId").stringValue("");
        return elements(entry.data(), "invitations")
                .map(invitation -> invitation.asObject().deepCopy().put("eventId", eventId));
    }

    private static List<UUID> eventsOf(ArrayNode events, ArrayNode invitations) {
        return Stream.concat(
                        events.valueStream().map(event -> event.path("id")),
                        invitations.valueStream().map(invitation -> invitation.path("eventId")))
                .map(id -> UUID.fromString(id.stringValue("")))
                .distinct()
                .sorted()
                .toList();
    }
}
