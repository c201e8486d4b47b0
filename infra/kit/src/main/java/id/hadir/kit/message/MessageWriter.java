package id.hadir.kit.message;

import reactor.core.publisher.Mono;

/** Knows what the service's messages say, and to whom they go. */
public interface MessageWriter {

    /** As things are now; empty when there is nothing to say, or nobody to say it to, any more. */
    Mono<Letter> write(Claimed message);
}
