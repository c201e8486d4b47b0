package id.hadir.attendance.checkin;

import id.hadir.attendance.registration.Registration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a scan was answered.
 *
 * @param registration null when there is none, or it is not this event's
 * @param firstScanAt when the holder was checked in, by this scan or an earlier one
 */
public record CheckInAnswer(
        Outcome outcome, @Nullable Registration registration, @Nullable Instant firstScanAt) {}
