package id.hadir.events.letter;

import id.hadir.events.invitation.Roster;
import id.hadir.kit.page.FormState;

/**
 * The form of a letter, with its files.
 *
 * @param isDone whether it was saved just now
 */
public record LetterPageView(Letter letter, FormState form, Roster roster, boolean isDone) {

    public String action() {
        return letter.shown().organiserPath() + "/surat";
    }

    public String file(String name, String paper) {
        return "/api/events/" + letter.shown().event().id() + "/" + name + "?paper=" + paper;
    }

    public String letterhead() {
        return LetterheadView.path(letter.shown().event().agency());
    }

    /** Whether the letters for each office are more than one file holds. */
    public boolean isMoreThanAFile() {
        return roster.invitedUnits() > LetterPrinting.LETTERS_AT_MOST;
    }
}
