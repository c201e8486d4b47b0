package id.hadir.events.browse;

import id.hadir.events.event.Event;
import id.hadir.events.region.RegionQueries;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes views of events, with the names of their regions. */
@Component
public class ShownEvents {

    private final RegionQueries regions;
    private final Clock clock;

    ShownEvents(RegionQueries regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    public Mono<ShownEvent> of(Event event) {
        return of(List.of(event)).map(List::getFirst);
    }

    public Mono<List<ShownEvent>> of(List<Event> events) {
        Set<String> codes =
                events.stream().flatMap(ShownEvents::regionCodes).collect(Collectors.toSet());
        return regions.names(codes)
                .map(names -> events.stream().map(event -> view(event, names)).toList());
    }

    private ShownEvent view(Event event, Map<String, String> names) {
        return new ShownEvent(event, names, clock.instant());
    }

    /** Of its venue, and of those that it was moved from. */
    private static Stream<String> regionCodes(Event event) {
        return Stream.concat(
                        Stream.ofNullable(event.content().venue()),
                        event.history().stream()
                                .flatMap(change -> Stream.ofNullable(change.venue())))
                .flatMap(venue -> Stream.ofNullable(venue.regionCode()));
    }
}
