package id.hadir.attendance.ticket;

import java.time.Instant;
import java.util.List;
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

    /** Null when none of the keys signed it. */
    @Nullable TicketQr verify(TicketQr.Scanned scanned) {
        return all.stream().anyMatch(key -> key.signed(scanned)) ? scanned.says() : null;
    }
}
