package id.hadir.events.browse;

import id.hadir.events.event.Event;
import id.hadir.events.event.Venue;
import id.hadir.events.region.RegionQueries;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
                events.stream()
                        .map(ShownEvents::regionCode)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return regions.names(codes)
                .map(names -> events.stream().map(event -> view(event, names)).toList());
    }

    private ShownEvent view(Event event, Map<String, String> names) {
        String code = regionCode(event);
        String name = code == null ? "" : names.getOrDefault(code, "");
        return new ShownEvent(event, name, clock.instant());
    }

    private static @Nullable String regionCode(Event event) {
        Venue venue = event.content().venue();
        return venue == null ? null : venue.regionCode();
    }
}
