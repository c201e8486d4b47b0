package id.hadir.materials.eventcopy;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** An id in a path: an opaque string to callers, a UUID to us. */
public final class Identifier {

    private Identifier() {}

    /** Empty when the text is no UUID: nothing of ours has such an id. */
    public static Mono<UUID> read(String text) {
        try {
            return Mono.just(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Mono.empty();
        }
    }
}
