package id.hadir.attendance.checkin;

import id.hadir.attendance.ticket.TicketCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One scan at a desk, its ticket read already.
 *
 * @param nonce made by the device, one a scan: the same one is answered the same
 * @param at when it was scanned, which an offline desk tells later
 */
record Scan(String nonce, Shown shown, Instant at, @Nullable String device) {

    /** What was held before the camera, typed in or picked from the list. */
    sealed interface Shown {

        /** Somebody without a ticket at hand, whom the officer found on the list of this event. */
        record Person(UUID registrationId) implements Shown {}

        /** A code, typed in and of whatever event, or of a genuine QR of this one. */
        record Code(TicketCode code) implements Shown {}

        /** A genuine QR of another event. */
        record OfAnotherEvent() implements Shown {}

        /** A forged or broken QR, or something that is no ticket at all. */
        record Nothing() implements Shown {}
    }
}
