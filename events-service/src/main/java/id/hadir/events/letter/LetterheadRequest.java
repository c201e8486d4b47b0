package id.hadir.events.letter;

import id.hadir.events.body.Body;
import id.hadir.events.letter.Letterhead.Signer;
import id.hadir.kit.problem.FieldErrors;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A letterhead as it came, by the names of its fields.
 *
 * @param texts the value of a field such as {@code signer.name}, or null
 */
record LetterheadRequest(
        Function<String, @Nullable String> texts, List<String> lines, List<String> copies) {

    private static final int LINES = 6;
    private static final int COPIES = 20;
    private static final List<String> ACTING = List.of("Pj.", "Plt.", "Plh.", "Pjs.");
    private static final Pattern NIP = Pattern.compile("[0-9]{18}");

    static LetterheadRequest read(Body body) {
        Body signer = body.object("signer");
        return new LetterheadRequest(
                field ->
                        field.startsWith("signer.")
                                ? signer == null ? null : signer.text(field.substring(7))
                                : body.text(field),
                body.texts("lines"),
                body.texts("copies"));
    }

    /** Adds every wrong field; what comes then is only good when there is none. */
    Letterhead check(FieldErrors errors) {
        List<String> checkedLines = list("lines", lines, LINES, 150, errors);
        if (checkedLines.isEmpty()) {
            errors.add("lines", "required");
        }
        String pattern = optional("numberPattern", 120, errors);
        if (pattern != null && !NumberPattern.isRight(pattern)) {
            errors.add("numberPattern", "invalid-number-pattern");
        }
        String acting = optional("signer.acting", 4, errors);
        if (acting != null && !ACTING.contains(acting)) {
            errors.add("signer.acting", "invalid-choice");
        }
        return new Letterhead(
                checkedLines,
                optional("address", 400, errors),
                required("town", 80, errors),
                optional("code", 40, errors),
                pattern == null ? NumberPattern.USUAL : pattern,
                new Signer(
                        optional("signer.onBehalfOf", 150, errors),
                        acting,
                        required("signer.position", 200, errors),
                        required("signer.name", 150, errors),
                        optional("signer.rank", 100, errors),
                        nip(errors)),
                optional("contact", 200, errors),
                list("copies", copies, COPIES, 200, errors));
    }

    private @Nullable String nip(FieldErrors errors) {
        String typed = optional("signer.nip", 40, errors);
        String digits = typed == null ? null : typed.replaceAll("[ .]", "");
        if (digits != null && !NIP.matcher(digits).matches()) {
            errors.add("signer.nip", "invalid-nip");
        }
        return digits;
    }

    private String required(String field, int most, FieldErrors errors) {
        return errors.requiredText(field, texts.apply(field), most);
    }

    private @Nullable String optional(String field, int most, FieldErrors errors) {
        return errors.optionalText(field, texts.apply(field), most);
    }

    /** The lines that are not blank. */
    static List<String> list(
            String field, List<String> typed, int most, int maxLength, FieldErrors errors) {
        List<String> texts = typed.stream().filter(text -> !text.isBlank()).toList();
        if (texts.size() > most) {
            errors.add(field, "too-many", most);
            return List.of();
        }
        return texts.stream().map(text -> errors.requiredText(field, text, maxLength)).toList();
    }
}
