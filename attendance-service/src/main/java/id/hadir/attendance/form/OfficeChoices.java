package id.hadir.attendance.form;

import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The offices that a form offers.
 *
 * @param fixed the office of the invitation; nothing else can be chosen then
 * @param found the offices whose names hold the words searched for, the chosen one first
 * @param hasMore more than the shown offices match
 * @param mayBeUnlisted an office outside the list may be written in free text
 */
public record OfficeChoices(
        @Nullable Office fixed, List<Office> found, boolean hasMore, boolean mayBeUnlisted) {

    /**
     * @param above the regency, city or province that tells offices of one name apart, or null
     * @param headTitle title of the head, such as "Camat Baros"; empty when unknown
     * @param isInPerson the invitation cannot be passed on
     */
    public record Office(
            String id,
            String name,
            String kind,
            @Nullable String above,
            String headTitle,
            boolean isInPerson) {}

    /** The part of the form that lists what was found, for htmx. */
    public Page list(String searched, String chosen, String contact) {
        return Page.fragment(
                "form/offices",
                Map.of(
                        "searched",
                        searched,
                        "chosen",
                        chosen,
                        "choices",
                        this,
                        "contact",
                        contact));
    }

    /**
     * The search button was pressed, or Enter after another office was typed than was searched for
     * last.
     */
    public static boolean isSearch(FormState form) {
        return form.has("action", "search")
                || (form.has("action", "enter")
                        && !form.value("office").strip().equals(form.value("searched").strip()));
    }

    public OfficeChoices listedOnly() {
        return new OfficeChoices(fixed, found, hasMore, false);
    }

    public static OfficeChoices fixed(Office office) {
        return new OfficeChoices(office, List.of(), false, false);
    }
}
