package id.hadir.kit.message;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Knows who the subjects of the service's messages are. */
public interface Addressees {

    record Addressee(String name, @Nullable String email, @Nullable String phone) {}

    /** Those that there still are. */
    Mono<Map<UUID, Addressee>> of(UUID eventId, List<UUID> subjectIds);
}
