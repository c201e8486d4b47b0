package id.hadir.kit.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was sent about an event.
 *
 * @param totals of all messages, whatever is filtered
 * @param next cursor of the next page, null on the last one
 */
public record MessageReport(List<Total> totals, List<Row> items, @Nullable String next) {

    public record Total(String kind, String channel, MessageState state, long count) {}

    /**
     * @param address masked: {@code s…@example.go.id}; null where it is not known any more
     * @param sentAt when it was handed over
     * @param failure why it was not, in a word
     */
    public record Row(
            UUID id,
            String kind,
            String channel,
            MessageState state,
            @Nullable String name,
            @Nullable String address,
            Instant createdAt,
            @Nullable Instant sentAt,
            int attempts,
            @Nullable String failure) {}
}
