package id.hadir.kit.page;

import gg.jte.Content;
import gg.jte.html.escape.Escape;
import id.hadir.kit.problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What was typed into a form and what is wrong with it, so that the form can be shown again with
 * nothing lost. Controls have the name of the field as {@code id}.
 */
public record FormState(Map<String, String> values, List<FieldError> errors) {

    public static FormState empty() {
        return new FormState(Map.of(), List.of());
    }

    public static FormState typed(MultiValueMap<String, String> form) {
        return new FormState(form.toSingleValueMap(), List.of());
    }

    public FormState with(List<FieldError> found) {
        return new FormState(values, List.copyOf(found));
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(String field, String value) {
        return value(field).equals(value);
    }

    public boolean isWrong(String field) {
        return find(field).isPresent();
    }

    /** The classes of the box round a field. */
    public String css(String field) {
        return isWrong(field) ? "field field--wrong" : "field";
    }

    /** For {@code aria-describedby}; null, so no attribute, while the field is right. */
    public @Nullable String describedBy(String field) {
        return isWrong(field) ? field + "-error" : null;
    }

    /** What is wrong with one field; nothing while it is right. */
    public Content error(PageContext page, String field) {
        return output ->
                find(field)
                        .ifPresent(
                                error -> {
                                    output.writeContent("<p class=\"field__error\" id=\"");
                                    Escape.htmlAttribute(field + "-error", output);
                                    output.writeContent("\">");
                                    page.icon("alert").writeTo(output);
                                    output.writeContent("<span>");
                                    Escape.htmlContent(message(page.words(), error), output);
                                    output.writeContent("</span></p>");
                                });
    }

    /**
     * The box above the form that links to each wrong field; nothing while all is right.
     *
     * @param labels prefix of the texts' keys that name the fields, such as {@code event.form.}
     */
    public Content summary(PageContext page, String labels) {
        return output -> {
            if (errors.isEmpty()) {
                return;
            }
            output.writeContent("<div class=\"error-summary\" role=\"alert\" tabindex=\"-1\">");
            page.icon("alert").writeTo(output);
            output.writeContent("<div><h2>");
            Escape.htmlContent(page.words().get("form.wrong", errors.size()), output);
            output.writeContent("</h2><ul>");
            for (FieldError error : errors) {
                output.writeContent("<li><a href=\"#");
                Escape.htmlAttribute(error.field(), output);
                output.writeContent("\">");
                String label = page.words().get(labels + error.field());
                Escape.htmlContent(label + ": " + message(page.words(), error), output);
                output.writeContent("</a></li>");
            }
            output.writeContent("</ul></div></div>");
        };
    }

    private Optional<FieldError> find(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).findFirst();
    }

    /** The field's own text, such as {@code field.required.attendee.name}, before the usual one. */
    private static String message(Words words, FieldError error) {
        String usual = "field." + error.code();
        return words.getOrElse(usual + "." + error.field(), usual, error.args().toArray());
    }
}
