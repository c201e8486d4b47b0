package id.hadir.events.organise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/** The rows of a form's lists, named {@code agenda[0].title}: blank ones left out, renumbered. */
final class TypedRows {

    private static final int AT_MOST = 200;

    private TypedRows() {}

    /** The fields of a form of an event, its agenda and the speakers in it without gaps. */
    static Map<String, String> withoutBlanks(MultiValueMap<String, String> form) {
        Map<String, String> values = compact(form.toSingleValueMap(), "agenda");
        for (int item = 0; item < count(values, "agenda"); item++) {
            values = compact(values, "agenda[" + item + "].speakers");
        }
        return values;
    }

    static int count(Map<String, String> values, String list) {
        return (int)
                IntStream.range(0, AT_MOST)
                        .takeWhile(i -> !fields(values, list, i).isEmpty())
                        .count();
    }

    private static Map<String, String> compact(Map<String, String> values, String list) {
        Map<String, String> kept = new HashMap<>(values);
        kept.keySet().removeIf(field -> field.startsWith(list + "["));
        int next = 0;
        for (int i = 0; i < count(values, list); i++) {
            List<Map.Entry<String, String>> fields = fields(values, list, i);
            if (fields.stream().anyMatch(TypedRows::isFilled)) {
                String from = list + "[" + i + "]";
                String to = list + "[" + next++ + "]";
                fields.forEach(
                        field ->
                                kept.put(
                                        to + field.getKey().substring(from.length()),
                                        field.getValue()));
            }
        }
        return kept;
    }

    private static List<Map.Entry<String, String>> fields(
            Map<String, String> values, String list, int row) {
        String prefix = list + "[" + row + "].";
        return values.entrySet().stream().filter(f -> f.getKey().startsWith(prefix)).toList();
    }

    /** A list of choices is always sent; only what was typed counts. */
    private static boolean isFilled(Map.Entry<String, String> field) {
        return !field.getValue().isBlank() && !field.getKey().endsWith(".role");
    }
}
