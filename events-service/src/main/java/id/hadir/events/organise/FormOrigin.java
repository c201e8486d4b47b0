package id.hadir.events.organise;

import id.hadir.events.event.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form with which an edit began: it goes along in a hidden field, so that what two people
 * changed at once can be told from what they left alone.
 */
final class FormOrigin {

    private static final String FIELD = "asal";

    /** The version with which the form was compared when it was shown last. */
    private static final String COMPARED = "dibandingkan";

    private static final String CHOICE = "pilih.";

    private static final EventForm NONE = new EventForm(Map.of());

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private FormOrigin() {}

    /** The event's form, as an edit begins. */
    static EventForm of(Event event) {
        EventForm form = EventFormValues.of(event);
        return with(form, FIELD, JsonMapper.shared().writeValueAsString(form.values()));
    }

    /** An empty form when it did not come along. */
    static EventForm read(EventForm typed) {
        String origin = typed.text(FIELD);
        try {
            return origin.startsWith("{")
                    ? new EventForm(JsonMapper.shared().readValue(origin, FIELDS))
                    : NONE;
        } catch (JacksonException tampered) {
            return NONE;
        }
    }

    static EventForm compared(EventForm form, long version) {
        return with(form, COMPARED, String.valueOf(version));
    }

    /** The version that an edit shall replace. */
    static String version(EventForm typed) {
        String compared = typed.text(COMPARED);
        return compared.isEmpty() ? typed.text("version") : compared;
    }

    /** The fields for which the other's was chosen. */
    static List<String> choicesOfTheirs(EventForm typed) {
        return typed.values().entrySet().stream()
                .filter(field -> field.getKey().startsWith(CHOICE))
                .filter(field -> field.getValue().equals("tersimpan"))
                .map(field -> field.getKey().substring(CHOICE.length()))
                .toList();
    }

    /** Without what belongs to one showing of the form alone: a comparison and its choices. */
    static EventForm lasting(EventForm typed) {
        Map<String, String> values = new HashMap<>(typed.values());
        values.keySet()
                .removeIf(
                        field ->
                                field.equals("_csrf")
                                        || field.equals(COMPARED)
                                        || field.startsWith(CHOICE));
        return new EventForm(values);
    }

    private static EventForm with(EventForm form, String field, String value) {
        Map<String, String> values = new HashMap<>(form.values());
        values.put(field, value);
        return new EventForm(values);
    }
}
