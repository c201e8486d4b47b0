package id.hadir.events.event;

import reactor.core.publisher.Mono;

/** Is told of each change of an event, within the transaction that makes it. */
public interface EventWatcher {

    Mono<Void> changed(Event before, Event after);
}
