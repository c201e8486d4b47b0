package id.hadir.events.letter;

import id.hadir.events.agency.Agency;
import id.hadir.kit.page.FormState;

/**
 * The form of a letterhead.
 *
 * @param isDone whether it was saved just now
 */
public record LetterheadView(Agency agency, FormState form, boolean hasLogo, boolean isDone) {

    public String action() {
        return path(agency);
    }

    static String path(Agency agency) {
        return "/panitia/kop/" + agency.id();
    }

    public String logoPath() {
        return "/api/agencies/" + agency.id() + "/letterhead/logo";
    }

    public int mostBytes() {
        return Logo.MOST_BYTES;
    }
}
