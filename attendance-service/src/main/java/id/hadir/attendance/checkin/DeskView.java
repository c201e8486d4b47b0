package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.registration.Registration;
import id.hadir.attendance.registration.Representing;
import id.hadir.kit.page.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The desk at the door.
 *
 * @param isAnotherDay today is no day of the event
 * @param nonce of the scan that the form will send next
 * @param device name that the officer gave to this desk
 * @param verdict on the scan that was just sent without script, or null
 * @param keys the public keys of tickets, {@code kid:base64} parted by blanks
 * @param recorded what was just written down on a page of its own, or null
 * @param recordedName who it was, where a person was picked from the list; else empty
 */
public record DeskView(
        EventView event,
        boolean isAnotherDay,
        int attended,
        int registered,
        List<Entry> recent,
        String nonce,
        String device,
        @Nullable Verdict verdict,
        String keys,
        @Nullable Recorded recorded,
        String recordedName) {

    /** What the desk writes down on a page of its own, which leads back here. */
    public enum Recorded {
        GUEST("tamu", "walkIn.done"),
        EXCUSE("izin", "excuse.done"),
        ATTENDEE("peserta", "desk.recorded");

        private final String code;
        private final String text;

        Recorded(String code, String text) {
            this.code = code;
            this.text = text;
        }

        static @Nullable Recorded ofCode(String code) {
            return Arrays.stream(values())
                    .filter(recorded -> recorded.code.equals(code))
                    .findFirst()
                    .orElse(null);
        }

        /** Address of the desk that says so. */
        String page(Event event) {
            return "/presensi/" + event.slug() + "?dicatat=" + code;
        }

        /** The same, for a person: named by an id, since names have no place in an address. */
        String page(Event event, UUID registrationId) {
            return page(event) + "&orang=" + registrationId;
        }

        /** Key of the text that says so. */
        public String text() {
            return text;
        }
    }

    /** What the desk's script may have to show; the last ones are its own. */
    public static final List<String> OUTCOMES =
            Stream.concat(
                            Arrays.stream(Outcome.values()).map(Outcome::code),
                            Stream.of(
                                    "queued",
                                    "queued-genuine",
                                    "queued-foreign",
                                    "queued-unknown",
                                    "failed"))
                    .toList();

    /** Somebody who came in. */
    public record Entry(Instant at, String name, String unit, @Nullable String representing) {}

    /**
     * What fills the screen after a scan.
     *
     * @param shown what was scanned or typed, short enough to compare; empty for a person picked
     *     from the list
     * @param firstScan clock time of the first scan; empty when there was none
     */
    public record Verdict(
            String outcome,
            String shown,
            @Nullable String name,
            String unit,
            @Nullable String representing,
            String firstScan) {

        private static final int LONGEST_CODE = 20;

        /**
         * @param ticket what was scanned or typed
         */
        static Verdict of(CheckInAnswer answer, String ticket, EventView event, Words words) {
            Registration registration = answer.registration();
            Instant first = answer.firstScanAt();
            return new Verdict(
                    answer.outcome().code(),
                    shown(ticket.strip()),
                    registration == null ? null : registration.attendee().name().printed(),
                    registration == null ? "" : registration.unit().name(),
                    registration == null ? null : represented(registration.representing()),
                    first == null ? "" : words.clock(first, event.zone()));
        }

        /** A QR's text is long and says nothing to a person; its end is enough to tell it apart. */
        private static String shown(String ticket) {
            return ticket.length() > LONGEST_CODE
                    ? "QR …" + ticket.substring(ticket.length() - 6)
                    : ticket.toUpperCase(Locale.ROOT);
        }

        private static @Nullable String represented(@Nullable Representing representing) {
            if (representing == null) {
                return null;
            }
            return representing.position() == null ? representing.name() : representing.position();
        }
    }

    /** The icon that stands beside the word of an outcome. */
    public static String icon(String outcome) {
        return switch (outcome) {
            case "accepted" -> "done";
            case "already-checked-in" -> "repeat";
            case "waitlisted", "queued", "queued-genuine" -> "hourglass";
            case "failed" -> "alert";
            default -> "wrong";
        };
    }
}
