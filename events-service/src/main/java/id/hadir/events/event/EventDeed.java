package id.hadir.events.event;

import id.hadir.kit.audit.Deed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the audit keeps of a change of an event: the fields that are another than before. */
final class EventDeed {

    private EventDeed() {}

    static Deed created(Event event) {
        return Deed.of("event.created", event.id()).changing(Map.of(), fields(event));
    }

    static Deed of(Event before, Event after) {
        return Deed.of(action(before, after), after.id()).changing(fields(before), fields(after));
    }

    private static String action(Event before, Event after) {
        if (before.status() != after.status()) {
            return after.status() == EventStatus.CANCELLED ? "event.cancelled" : "event.published";
        }
        return after.content().isSameTimeAndPlace(before.content())
                ? "event.changed"
                : "event.moved";
    }

    /** Of the agenda the titles: its speakers are people. */
    private static Map<String, @Nullable Object> fields(Event event) {
        EventContent content = event.content();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("status", event.status().code());
        fields.put("cancelReason", event.cancelReason());
        fields.put("agencyId", event.agency().id());
        fields.put("type", content.type().code());
        fields.put("title", content.title());
        fields.put("theme", content.theme());
        fields.put("note", content.note());
        fields.put("coOrganisers", content.coOrganisers());
        fields.put("venue", content.venue());
        fields.put("onlineUrl", content.onlineUrl());
        fields.put("schedule", content.schedule());
        fields.put("capacity", content.capacity());
        fields.put("registration", content.registration());
        fields.put("agenda", content.agenda().stream().map(AgendaItem::title).toList());
        return fields;
    }
}
