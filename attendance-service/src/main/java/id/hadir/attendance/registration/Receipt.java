package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Event;
import org.jspecify.annotations.Nullable;

/**
 * A registration as its holder is told of it. For a repeated request it tells what the first answer
 * told.
 *
 * @param waitlistPosition from 1; null unless waitlisted
 */
public record Receipt(
        Event event,
        Registration registration,
        Registration.Status status,
        @Nullable Integer waitlistPosition) {}
