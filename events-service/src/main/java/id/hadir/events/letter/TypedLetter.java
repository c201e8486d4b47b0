package id.hadir.events.letter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The forms of a letterhead and of a letter: field name to text. Their fields have the names of the
 * requests', lists are one item a line.
 */
record TypedLetter(Map<String, String> values) {

    static TypedLetter of(MultiValueMap<String, String> form) {
        return new TypedLetter(form.toSingleValueMap());
    }

    static TypedLetter of(Letterhead head) {
        Letterhead.Signer signer = head.signer();
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "lines", lines(head.lines()));
        put(values, "address", head.address());
        put(values, "town", head.town());
        put(values, "code", head.code());
        put(values, "numberPattern", head.numberPattern());
        put(values, "signer.onBehalfOf", signer.onBehalfOf());
        put(values, "signer.acting", signer.acting());
        put(values, "signer.position", signer.position());
        put(values, "signer.name", signer.name());
        put(values, "signer.rank", signer.rank());
        put(values, "signer.nip", signer.nip());
        put(values, "contact", head.contact());
        put(values, "copies", lines(head.copies()));
        return new TypedLetter(values);
    }

    static TypedLetter of(Letter letter) {
        LetterText text = letter.text();
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "number", text.number());
        put(values, "date", text.date() == null ? null : text.date().toString());
        put(values, "classification", text.classification());
        put(values, "attachment", text.attachment());
        put(values, "subject", text.subject());
        put(values, "opening", text.opening());
        put(values, "closing", text.closing());
        put(values, "dress", text.dress());
        put(values, "contact", text.contact());
        put(values, "copies", lines(letter.copies()));
        return new TypedLetter(values);
    }

    LetterheadRequest toLetterhead() {
        return new LetterheadRequest(values::get, list("lines"), list("copies"));
    }

    LetterRequest toLetter() {
        return new LetterRequest(values::get, list("copies"));
    }

    private List<String> list(String field) {
        return values.getOrDefault(field, "").lines().filter(line -> !line.isBlank()).toList();
    }

    private static String lines(List<String> items) {
        return String.join("\n", items);
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        values.put(field, value == null ? "" : value);
    }
}
