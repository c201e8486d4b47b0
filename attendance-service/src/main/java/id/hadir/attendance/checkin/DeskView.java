package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.registration.Registration;
import id.hadir.attendance.registration.Representing;
import id.hadir.kit.page.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The desk at the door.
 *
 * @param nonce of the scan that the form will send next
 * @param device name that the officer gave to this desk
 * @param verdict on the scan that was just sent without script, or null
 * @param recorded what was just written down on a page of its own, or null
 */
public record DeskView(
        EventView event,
        int attended,
        int registered,
        List<Entry> recent,
        String nonce,
        String device,
        @Nullable Verdict verdict,
        @Nullable Recorded recorded) {

    /** What the desk writes down on a page of its own, which leads back here. */
    public enum Recorded {
        GUEST("tamu", "walkIn.done"),
        EXCUSE("izin", "excuse.done");

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

        /** Key of the text that says so. */
        public String text() {
            return text;
        }
    }

    /** What the desk's script may have to show; the last two are its own. */
    public static final List<String> OUTCOMES =
            Stream.concat(
                            Arrays.stream(Outcome.values()).map(Outcome::code),
                            Stream.of("queued", "failed"))
                    .toList();

    /** Somebody who came in. */
    public record Entry(Instant at, String name, String unit, @Nullable String representing) {}

    /**
     * What fills the screen after a scan.
     *
     * @param firstScan clock time of the first scan; empty when there was none
     */
    public record Verdict(
            String outcome,
            @Nullable String name,
            String unit,
            @Nullable String representing,
            String firstScan) {

        static Verdict of(CheckInAnswer answer, EventView event, Words words) {
            Registration registration = answer.registration();
            Instant first = answer.firstScanAt();
            return new Verdict(
                    answer.outcome().code(),
                    registration == null ? null : registration.attendee().name().printed(),
                    registration == null ? "" : registration.unit().name(),
                    registration == null ? null : represented(registration.representing()),
                    first == null ? "" : words.clock(first, event.zone()));
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
            case "waitlisted", "queued" -> "hourglass";
            case "failed" -> "alert";
            default -> "wrong";
        };
    }
}
