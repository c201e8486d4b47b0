package id.hadir.events.organise;

import id.hadir.events.event.Venue;
import id.hadir.events.venue.KnownVenue;
import id.hadir.kit.page.FormState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a form that says where: name, address, region and capacity of the venue.
 *
 * @param found venues to choose from instead of typing
 */
public record VenueChoice(FormState form, RegionChoice region, List<KnownVenue> found) {

    /** The form with that venue in the place of what was typed. */
    static EventForm fill(EventForm form, @Nullable Venue venue) {
        Map<String, String> values = new HashMap<>(form.values());
        values.keySet().removeIf(field -> field.startsWith("venue."));
        if (venue != null) {
            put(values, "venue.name", venue.name());
            put(values, "venue.address", venue.address());
            put(values, EventForm.REGION, venue.regionCode());
            put(values, "venue.capacity", venue.capacity());
        }
        return new EventForm(values);
    }

    private static void put(Map<String, String> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value.toString());
        }
    }
}
