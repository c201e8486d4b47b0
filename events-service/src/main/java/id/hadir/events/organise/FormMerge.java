package id.hadir.events.organise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two edits of one event that began with the same form: what only the other changed is taken over,
 * what both changed in different ways is to be chosen. A row of the agenda counts as one field, and
 * the whole agenda does when the number of its rows has changed.
 *
 * @param form mine, with what only the other changed
 * @param differences where the other changed something
 */
record FormMerge(EventForm form, List<Difference> differences) {

    private static final List<String> FIELDS =
            List.of(
                    "agencyId",
                    "type",
                    "title",
                    "theme",
                    "coOrganisers",
                    "date",
                    "startsAt",
                    "endsAt",
                    "endDate",
                    "timeZone",
                    EventPlace.FIELD,
                    "venue.name",
                    "venue.address",
                    EventForm.REGION,
                    "venue.capacity",
                    "onlineUrl",
                    "capacity",
                    "registration.mode",
                    "registration.waitlist",
                    "registration.opensAt",
                    "registration.closesAt",
                    "note");

    private static final String AGENDA = "agenda";

    /** A box that is not ticked is not sent; any other field that is not sent was not shown. */
    private static final String BOX = "registration.waitlist";

    /**
     * Where the other changed something.
     *
     * @param field of the form, {@code agenda[2]} or {@code agenda}
     * @param isOpen whether both changed it, so that one has to be chosen
     */
    record Difference(String field, boolean isOpen) {}

    /**
     * @param base the form with which both began
     */
    static FormMerge of(EventForm base, EventForm mine, EventForm theirs) {
        Map<String, String> merged = new HashMap<>(mine.values());
        List<Difference> differences = new ArrayList<>();
        for (String field : fields(base, mine, theirs)) {
            Map<String, String> was = part(base, field);
            Map<String, String> became = part(theirs, field);
            boolean isMine = isSent(mine, field) && !part(mine, field).equals(was);
            if (became.equals(was) || (isMine && part(mine, field).equals(became))) {
                continue;
            }
            differences.add(new Difference(field, isMine));
            if (!isMine) {
                replace(merged, field, theirs);
            }
        }
        return new FormMerge(new EventForm(merged), List.copyOf(differences));
    }

    /** What was typed, with theirs wherever that was chosen. */
    static EventForm chosen(EventForm typed, EventForm theirs) {
        Map<String, String> values = new HashMap<>(typed.values());
        FormOrigin.choicesOfTheirs(typed).forEach(field -> replace(values, field, theirs));
        return new EventForm(values);
    }

    /** The differences in the words of a page. */
    List<FormDifference> told(EventForm mine, EventForm theirs, FormTexts texts) {
        return differences.stream()
                .map(
                        difference ->
                                new FormDifference(
                                        difference.field,
                                        difference.isOpen,
                                        texts.of(theirs, difference.field),
                                        texts.of(mine, difference.field)))
                .toList();
    }

    private static List<String> fields(EventForm base, EventForm mine, EventForm theirs) {
        int rows = rows(base);
        Stream<String> agenda =
                rows == rows(mine) && rows == rows(theirs)
                        ? IntStream.range(0, rows).mapToObj(row -> AGENDA + "[" + row + "]")
                        : Stream.of(AGENDA);
        return Stream.concat(FIELDS.stream(), agenda).toList();
    }

    private static int rows(EventForm form) {
        return TypedRows.speakers(form.values()).size();
    }

    private static void replace(Map<String, String> values, String field, EventForm theirs) {
        values.keySet().removeIf(name -> isPart(name, field));
        values.putAll(part(theirs, field));
    }

    /** What is not blank of a field, with line breaks of one kind. */
    private static Map<String, String> part(EventForm form, String field) {
        Map<String, String> part = new TreeMap<>();
        form.values()
                .forEach(
                        (name, value) -> {
                            if (isPart(name, field) && !value.isBlank()) {
                                part.put(name, value.strip().replace("\r\n", "\n"));
                            }
                        });
        return part;
    }

    private static boolean isPart(String name, String field) {
        return name.equals(field)
                || (field.startsWith(AGENDA)
                        && (name.startsWith(field + "[") || name.startsWith(field + ".")));
    }

    private static boolean isSent(EventForm form, String field) {
        return field.startsWith(AGENDA) || field.equals(BOX) || form.values().containsKey(field);
    }
}
