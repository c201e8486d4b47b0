package id.hadir.events.organise;

import id.hadir.events.event.EventContent;
import id.hadir.events.event.Venue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether people meet in a room, online, or both. */
public enum EventPlace {
    ROOM,
    ONLINE,
    BOTH;

    static final String FIELD = "place";

    /** Not its region, in whose zone the hours of an online meeting are. */
    private static final List<String> ROOM_FIELDS =
            List.of("venue.name", "venue.address", "venue.capacity");

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EventPlace of(EventContent content) {
        Venue venue = content.venue();
        boolean hasRoom = venue != null && (venue.name() != null || venue.address() != null);
        return content.onlineUrl() == null ? ROOM : hasRoom ? BOTH : ONLINE;
    }

    /** What was typed, without the fields that the choice leaves out. */
    static EventForm chosen(EventForm typed) {
        Map<String, String> values = new HashMap<>(typed.values());
        String place = typed.text(FIELD);
        if (place.equals(ROOM.code())) {
            values.remove("onlineUrl");
        } else if (place.equals(ONLINE.code())) {
            values.keySet().removeAll(ROOM_FIELDS);
        }
        return new EventForm(values);
    }
}
