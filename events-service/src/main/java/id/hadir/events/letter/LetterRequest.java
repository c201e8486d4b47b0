package id.hadir.events.letter;

import id.hadir.events.body.Body;
import id.hadir.kit.problem.FieldErrors;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A letter's text as it came, by the names of its fields.
 *
 * @param copies null takes the letterhead's
 */
record LetterRequest(Function<String, @Nullable String> texts, @Nullable List<String> copies) {

    private static final int COPIES = 20;

    static LetterRequest read(Body body) {
        return new LetterRequest(body::text, body.has("copies") ? body.texts("copies") : null);
    }

    LetterText check(FieldErrors errors) {
        return new LetterText(
                optional("number", 100, errors),
                date(errors),
                optional("classification", 40, errors),
                optional("attachment", 80, errors),
                optional("subject", 400, errors),
                optional("opening", 3000, errors),
                optional("closing", 3000, errors),
                optional("dress", 200, errors),
                optional("contact", 200, errors),
                copies == null
                        ? null
                        : LetterheadRequest.list("copies", copies, COPIES, 200, errors));
    }

    private @Nullable LocalDate date(FieldErrors errors) {
        String typed = optional("date", 10, errors);
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException wrong) {
            errors.add("date", "invalid-date");
            return null;
        }
    }

    private @Nullable String optional(String field, int most, FieldErrors errors) {
        return errors.optionalText(field, texts.apply(field), most);
    }
}
