package id.hadir.events.event;

import id.hadir.events.agency.Agency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event with its whole state; each transition decides by itself and returns what comes of it.
 *
 * @param status as stored: never completed, ask {@link #statusAt}
 * @param announced whether it was ever published; a draft that was cancelled never was, and stays
 *     its organisers' own business
 * @param version grows with every change
 * @param scheduleVersion grows with every change of time, place or link that others may have in
 *     their calendars
 * @param history earlier schedules, oldest first
 */
public record Event(
        UUID id,
        String slug,
        Agency agency,
        EventStatus status,
        boolean announced,
        long version,
        int scheduleVersion,
        EventContent content,
        List<ScheduleChange> history,
        @Nullable String cancelReason,
        Instant createdAt,
        Instant updatedAt) {

    /** What comes of a transition. */
    public sealed interface Outcome {
        record Changed(Event event) implements Outcome {}

        record Unchanged(Event event) implements Outcome {}

        /**
         * @param code code of the conflict
         * @param missing fields that publishing asks for
         */
        record Refused(String code, List<String> missing) implements Outcome {
            Refused(String code) {
                this(code, List.of());
            }
        }
    }

    static Event draft(UUID id, String slug, Agency agency, EventContent content, Instant now) {
        return new Event(
                id,
                slug,
                agency,
                EventStatus.DRAFT,
                false,
                1,
                0,
                content,
                List.of(),
                null,
                now,
                now);
    }

    Event withAnotherSlug() {
        return new Event(
                id,
                Slug.another(slug),
                agency,
                status,
                announced,
                version,
                scheduleVersion,
                content,
                history,
                cancelReason,
                createdAt,
                updatedAt);
    }

    public EventStatus statusAt(Instant now) {
        return status == EventStatus.PUBLISHED && hasEnded(now) ? EventStatus.COMPLETED : status;
    }

    public Outcome publish(Instant now) {
        return switch (status) {
            case CANCELLED -> new Outcome.Refused("event-cancelled");
            case PUBLISHED, COMPLETED -> new Outcome.Unchanged(this);
            case DRAFT -> {
                List<String> missing = content.missingForPublishing();
                yield missing.isEmpty()
                        ? new Outcome.Changed(with(EventStatus.PUBLISHED, null, now))
                        : new Outcome.Refused("incomplete", missing);
            }
        };
    }

    /** A change of time or place of a published event leaves the earlier one in the history. */
    public Outcome edit(Agency newAgency, EventContent newContent, Instant now) {
        return switch (statusAt(now)) {
            case CANCELLED -> new Outcome.Refused("event-cancelled");
            case COMPLETED -> new Outcome.Refused("event-ended");
            case PUBLISHED -> {
                List<String> missing = newContent.missingForPublishing();
                yield missing.isEmpty()
                        ? new Outcome.Changed(with(newAgency, newContent, null, now))
                        : new Outcome.Refused("incomplete", missing);
            }
            case DRAFT -> new Outcome.Changed(with(newAgency, newContent, null, now));
        };
    }

    public Outcome reschedule(
            Schedule to, @Nullable Venue at, @Nullable String reason, Instant now) {
        EventContent moved = content.moved(to, at);
        if (moved.equals(content) && statusAt(now) == EventStatus.PUBLISHED) {
            return new Outcome.Unchanged(this);
        }
        return switch (statusAt(now)) {
            case CANCELLED -> new Outcome.Refused("event-cancelled");
            case COMPLETED -> new Outcome.Refused("event-ended");
            case PUBLISHED -> {
                List<String> missing = moved.missingForPublishing();
                yield missing.isEmpty()
                        ? new Outcome.Changed(with(agency, moved, reason, now))
                        : new Outcome.Refused("incomplete", missing);
            }
            case DRAFT -> new Outcome.Changed(with(agency, moved, reason, now));
        };
    }

    public Outcome cancel(String reason, Instant now) {
        return switch (statusAt(now)) {
            case CANCELLED -> new Outcome.Unchanged(this);
            case COMPLETED -> new Outcome.Refused("event-ended");
            case DRAFT, PUBLISHED -> new Outcome.Changed(with(EventStatus.CANCELLED, reason, now));
        };
    }

    /** Whether who knew that earlier state would go elsewhere, online too, or at another time. */
    public boolean hasMovedSince(Event before) {
        return !content.isSameTimeAndPlace(before.content) || !content.hasSameLink(before.content);
    }

    private boolean hasEnded(Instant now) {
        Instant end = content.schedule().ends();
        return end != null && !now.isBefore(end);
    }

    private Event with(EventStatus newStatus, @Nullable String newCancelReason, Instant now) {
        int sequence = newStatus == EventStatus.CANCELLED ? scheduleVersion + 1 : scheduleVersion;
        return new Event(
                id,
                slug,
                agency,
                newStatus,
                announced || newStatus == EventStatus.PUBLISHED,
                version + 1,
                sequence,
                content,
                history,
                newCancelReason,
                createdAt,
                now);
    }

    private Event with(
            Agency newAgency, EventContent newContent, @Nullable String reason, Instant now) {
        boolean moves = !newContent.isSameTimeAndPlace(content);
        boolean isKnown = status == EventStatus.PUBLISHED || reason != null;
        List<ScheduleChange> newHistory =
                moves && isKnown && content.schedule().begins() != null
                        ? Stream.concat(history.stream(), Stream.of(givenUp(reason, now))).toList()
                        : history;
        return new Event(
                id,
                slug,
                newAgency,
                status,
                announced,
                version + 1,
                scheduleVersion + (moves || !newContent.hasSameLink(content) ? 1 : 0),
                newContent,
                newHistory,
                cancelReason,
                createdAt,
                now);
    }

    private ScheduleChange givenUp(@Nullable String reason, Instant now) {
        return new ScheduleChange(content.schedule(), content.venue(), reason, now);
    }
}
