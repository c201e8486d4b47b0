package id.hadir.events.letter;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a letter.
 *
 * @param head with which it was issued; null follows the agency's, as it is now
 */
record WrittenLetter(LetterText text, @Nullable Letterhead head) {

    static final WrittenLetter BLANK = new WrittenLetter(LetterText.BLANK, null);
}
