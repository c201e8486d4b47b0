package id.hadir.events.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An earlier schedule and venue, when and why they were given up. */
public record ScheduleChange(
        Schedule schedule, @Nullable Venue venue, @Nullable String reason, Instant changedAt) {}
