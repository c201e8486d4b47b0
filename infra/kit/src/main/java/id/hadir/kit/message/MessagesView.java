package id.hadir.kit.message;

import java.time.ZoneId;
import java.util.List;

/**
 * The page of what was sent about an event.
 *
 * @param slug of the event
 * @param part {@code offices} or {@code attendees}: whom this service writes to
 * @param zone in which times are shown
 * @param reachesPeople false where letters are only laid down
 */
public record MessagesView(
        String slug,
        String title,
        String part,
        ZoneId zone,
        boolean reachesPeople,
        MessageFilter asked,
        MessageReport report) {

    public static final List<MessageState> STATES = List.of(MessageState.values());

    public String here() {
        return part.equals("offices") ? ofOffices() : ofAttendees();
    }

    public String ofOffices() {
        return "/panitia/" + slug + "/pesan";
    }

    public String ofAttendees() {
        return "/panitia/" + slug + "/peserta/pesan";
    }

    public List<String> kinds() {
        return report.totals().stream().map(MessageReport.Total::kind).distinct().toList();
    }

    public long count(MessageState state) {
        return report.totals().stream()
                .filter(total -> total.state() == state)
                .mapToLong(MessageReport.Total::count)
                .sum();
    }

    /** Calm, or something that wants looking after. */
    public static String badge(MessageState state) {
        return switch (state) {
            case DELIVERED -> "badge badge--done";
            case REFUSED, GIVEN_UP -> "badge badge--wrong";
            case WAITING, DROPPED -> "badge";
        };
    }

    public static String icon(MessageState state) {
        return switch (state) {
            case DELIVERED -> "done";
            case REFUSED, GIVEN_UP -> "wrong";
            case WAITING -> "hourglass";
            case DROPPED -> "info";
        };
    }
}
