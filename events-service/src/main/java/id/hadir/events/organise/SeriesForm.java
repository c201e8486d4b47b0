package id.hadir.events.organise;

import id.hadir.events.event.RepeatRequest;
import id.hadir.events.series.SeriesRequest;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldErrors;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/** The form that makes a series, as it was typed: a rule with its count, or rows of stages. */
record SeriesForm(Map<String, String> values) {

    static final int STAGES = 8;

    private static final int PROPOSED = 5;

    static SeriesForm typed(MultiValueMap<String, String> form) {
        return new SeriesForm(form.toSingleValueMap());
    }

    /**
     * Every week, four times; or the usual stages of an election, whose dates are to be filled in.
     */
    static SeriesForm blank(Words words) {
        Map<String, String> values =
                new HashMap<>(Map.of("rule", "FREQ=WEEKLY", "count", "4", "withRoster", "on"));
        for (int i = 0; i < PROPOSED; i++) {
            values.put(name(i), words.get("series.stage." + (i + 1)));
        }
        return new SeriesForm(values);
    }

    static String name(int stage) {
        return "stages[" + stage + "].name";
    }

    static String date(int stage) {
        return "stages[" + stage + "].date";
    }

    SeriesRequest toRequest(FieldErrors errors) {
        boolean isRepeated = values.containsKey("rule");
        return new SeriesRequest(
                isRepeated ? text("rule") + ";COUNT=" + text("count") : null,
                text("stage"),
                isRepeated ? List.of() : stages(errors),
                values.containsKey("withRoster"));
    }

    /** Those with a date: a name alone is no more than the form's proposal. */
    private List<SeriesRequest.Stage> stages(FieldErrors errors) {
        return IntStream.range(0, STAGES)
                .filter(i -> !text(date(i)).isEmpty())
                .mapToObj(
                        i -> {
                            LocalDate day = TypedTime.day(date(i), text(date(i)), errors);
                            String date = day == null ? null : day.toString();
                            return new SeriesRequest.Stage(
                                    text(name(i)), new RepeatRequest(date, null, null));
                        })
                .toList();
    }

    private String text(String field) {
        return values.getOrDefault(field, "").strip();
    }
}
