package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.event.EventStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events of an agency, or all for an admin, by what is to be done with them. */
public record Dashboard(Group drafts, Group upcoming, Group past) {

    /**
     * Events that are listed together; {@code code} names the list of all of them in its address.
     */
    public enum Kind {
        DRAFTS("draf", EventStatus.DRAFT),
        UPCOMING("mendatang", EventStatus.PUBLISHED, EventStatus.CANCELLED),
        PAST("lewat", EventStatus.COMPLETED);

        private final String code;
        private final List<EventStatus> statuses;

        Kind(String code, EventStatus... statuses) {
            this.code = code;
            this.statuses = List.of(statuses);
        }

        public String code() {
            return code;
        }

        public String title() {
            return switch (this) {
                case DRAFTS -> "organise.drafts";
                case UPCOMING -> "organise.upcoming";
                case PAST -> "organise.past";
            };
        }

        List<EventStatus> statuses() {
            return statuses;
        }
    }

    /**
     * The first of them, or a page.
     *
     * @param total how many there are on all pages
     * @param next cursor of the next page
     */
    public record Group(Kind kind, List<ShownEvent> events, long total, @Nullable String next) {

        public boolean isEmpty() {
            return events.isEmpty();
        }

        /** The address of the list of all of them. */
        public String path() {
            return "/panitia?daftar=" + kind.code();
        }
    }

    public List<Group> groups() {
        return List.of(drafts, upcoming, past);
    }

    public boolean isEmpty() {
        return groups().stream().allMatch(Group::isEmpty);
    }

    /** The events of this day, wherever that day is. */
    public List<ShownEvent> today() {
        return upcoming.events().stream().filter(Dashboard::isToday).toList();
    }

    /** Those to come that lack something. */
    public List<ShownEvent> incomplete() {
        return Stream.concat(drafts.events().stream(), upcoming.events().stream())
                .filter(event -> !event.isCancelled() && !event.content().missing().isEmpty())
                .toList();
    }

    private static boolean isToday(ShownEvent event) {
        var zone = event.content().schedule().timeZone();
        return !event.isCancelled() && LocalDate.ofInstant(event.now(), zone).equals(event.day());
    }
}
