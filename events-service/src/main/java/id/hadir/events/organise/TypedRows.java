package id.hadir.events.organise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * The rows of an event's form, {@code agenda[0].title} and {@code agenda[0].speakers[0].name}: each
 * method looks at every field once, however many there are.
 */
final class TypedRows {

    private static final Pattern FIELD =
            Pattern.compile("agenda\\[([0-9]{1,3})]\\.(?:speakers\\[([0-9]{1,3})]\\.)?(.+)");

    private TypedRows() {}

    /** A row of the agenda, with its speakers by their numbers. */
    private record Row(Map<String, String> fields, TreeMap<Integer, Map<String, String>> speakers) {

        Row() {
            this(new HashMap<>(), new TreeMap<>());
        }

        void put(Matcher field, String value) {
            Map<String, String> whose =
                    field.group(2) == null
                            ? fields
                            : speakers.computeIfAbsent(
                                    Integer.valueOf(field.group(2)), _ -> new HashMap<>());
            whose.put(field.group(3), value);
        }

        Row withoutBlankSpeakers() {
            speakers.values().removeIf(speaker -> !isFilled(speaker));
            return this;
        }

        boolean isFilled() {
            return isFilled(fields) || !speakers.isEmpty();
        }

        /** A list of choices is always sent; only what was typed counts. */
        private static boolean isFilled(Map<String, String> fields) {
            return fields.entrySet().stream()
                    .anyMatch(
                            field -> !field.getValue().isBlank() && !field.getKey().equals("role"));
        }
    }

    /** The fields of a form, with blank rows and speakers left out and the others renumbered. */
    static Map<String, String> withoutBlanks(MultiValueMap<String, String> form) {
        Map<String, String> values = new HashMap<>();
        TreeMap<Integer, Row> rows = rows(form.toSingleValueMap(), values::put);
        List<Row> filled =
                rows.values().stream()
                        .map(Row::withoutBlankSpeakers)
                        .filter(Row::isFilled)
                        .toList();
        for (int i = 0; i < filled.size(); i++) {
            String item = "agenda[" + i + "].";
            filled.get(i).fields.forEach((field, value) -> values.put(item + field, value));
            int speaker = 0;
            for (Map<String, String> fields : filled.get(i).speakers.values()) {
                String who = item + "speakers[" + speaker++ + "].";
                fields.forEach((field, value) -> values.put(who + field, value));
            }
        }
        return values;
    }

    /** How many speakers each row of such a form has; it has as many rows as that list. */
    static List<Integer> speakers(Map<String, String> values) {
        List<Integer> speakers = new ArrayList<>();
        rows(values, (_, _) -> {}).values().forEach(row -> speakers.add(row.speakers.size()));
        return speakers;
    }

    /**
     * @param others gets the fields that belong to no row
     */
    private static TreeMap<Integer, Row> rows(
            Map<String, String> values, BiConsumer<String, String> others) {
        TreeMap<Integer, Row> rows = new TreeMap<>();
        values.forEach(
                (name, value) -> {
                    Matcher field = FIELD.matcher(name);
                    if (field.matches()) {
                        rows.computeIfAbsent(Integer.valueOf(field.group(1)), _ -> new Row())
                                .put(field, value);
                    } else {
                        others.accept(name, value);
                    }
                });
        return rows;
    }
}
