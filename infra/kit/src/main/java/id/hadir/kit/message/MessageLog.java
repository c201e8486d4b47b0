package id.hadir.kit.message;

import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.message.Addressees.Addressee;
import id.hadir.kit.message.MessageQueries.Found;
import id.hadir.kit.message.MessageReport.Row;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What was sent about an event, to whom, and what became of it; no address stands in it whole. */
public class MessageLog {

    private static final int SHOWN_OF_PHONE = 6;

    private final MessageQueries queries;
    private final Addressees addressees;

    MessageLog(MessageQueries queries, Addressees addressees) {
        this.queries = queries;
        this.addressees = addressees;
    }

    public Mono<MessageReport> of(UUID eventId, MessageFilter filter, PageRequest page) {
        return queries.list(eventId, filter, page)
                .map(rows -> Listing.of(rows, page, MessageQueries::cursor))
                .zipWhen(listing -> addressees.of(eventId, subjects(listing.items())))
                .zipWith(
                        queries.totals(eventId),
                        (found, totals) ->
                                new MessageReport(
                                        totals,
                                        named(found.getT1().items(), found.getT2()),
                                        found.getT1().next()));
    }

    private static List<UUID> subjects(List<Found> rows) {
        return rows.stream().map(Found::subjectId).distinct().toList();
    }

    private static List<Row> named(List<Found> rows, Map<UUID, Addressee> known) {
        return rows.stream()
                .map(found -> named(found.row(), known.get(found.subjectId())))
                .toList();
    }

    private static Row named(Row row, @Nullable Addressee to) {
        return new Row(
                row.id(),
                row.kind(),
                row.channel(),
                row.state(),
                to == null ? null : to.name(),
                to == null ? null : masked(row.channel().equals("email") ? to.email() : to.phone()),
                row.createdAt(),
                row.sentAt(),
                row.attempts(),
                row.failure());
    }

    /** "s…@example.go.id", "+62812…". */
    static @Nullable String masked(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int at = address.lastIndexOf('@');
        return at < 0
                ? address.substring(0, Math.min(SHOWN_OF_PHONE, address.length() / 2)) + "…"
                : address.substring(0, Math.min(1, at)) + "…" + address.substring(at);
    }
}
