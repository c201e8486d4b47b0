package id.hadir.events.organise;

import id.hadir.kit.page.Words;

/**
 * A field that somebody else has changed meanwhile, in the words of the page.
 *
 * @param field of the form, {@code agenda[2]} for a row of the agenda, {@code agenda} for all
 * @param isOpen whether mine is another one, so that one has to be chosen
 * @param theirs as it is stored
 */
public record FormDifference(String field, boolean isOpen, String theirs, String mine) {

    public String label(Words words) {
        return field.startsWith("agenda[")
                ? words.get("organise.form.item", row() + 1)
                : words.get(
                        field.equals("agenda")
                                ? "organise.section.agenda"
                                : "organise.form." + field);
    }

    private int row() {
        return Integer.parseInt(field.substring("agenda[".length(), field.length() - 1));
    }
}
