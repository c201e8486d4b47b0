package id.hadir.attendance.ticket;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All keys, newest first, as they were at some time; one of them signs.
 *
 * @param signing opened
 */
record TicketKeys(List<TicketKey> all, SigningKey signing, Instant readAt) {

    @Nullable TicketKey find(String kid) {
        return all.stream().filter(key -> key.kid().equals(kid)).findAny().orElse(null);
    }

    String published() {
        return all.stream()
                .filter(TicketKey::isPublished)
                .map(key -> key.kid() + ":" + key.publicKey())
                .collect(Collectors.joining(" "));
    }

    /** Null when none of the keys signed it. */
    @Nullable TicketQr verify(TicketQr.Scanned scanned) {
        return all.stream().anyMatch(key -> key.signed(scanned)) ? scanned.says() : null;
    }
}
