package id.hadir.events.letter;

import id.hadir.events.invitation.Roster;
import id.hadir.kit.page.FormState;
import java.util.List;

/**
 * The form of a letter, with its files.
 *
 * @param files of the letters for each office
 * @param isDone whether it was saved just now
 */
public record LetterPageView(
        Letter letter, FormState form, Roster roster, List<LetterFile> files, boolean isDone) {

    public String action() {
        return letter.shown().organiserPath() + "/surat";
    }

    public String file(String name, String paper) {
        return "/api/events/" + letter.shown().event().id() + "/" + name + "?paper=" + paper;
    }

    public String letterhead() {
        return LetterheadView.path(letter.shown().event().agency());
    }

    public String file(LetterFile file, String paper) {
        String first = file("letters.pdf", paper);
        return file.cursor() == null ? first : first + "&cursor=" + file.cursor();
    }
}
