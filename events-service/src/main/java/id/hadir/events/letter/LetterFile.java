package id.hadir.events.letter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of the letters for each office.
 *
 * @param from number of its first letter, from 1
 * @param to number of its last letter
 * @param cursor where it goes on; null for the first file
 */
public record LetterFile(long from, long to, @Nullable String cursor) {

    /**
     * @param size letters in a file
     * @param cursors where each further file goes on
     */
    static List<LetterFile> of(long letters, int size, List<String> cursors) {
        List<LetterFile> files = new ArrayList<>();
        files.add(new LetterFile(1, Math.min(size, letters), null));
        for (String cursor : cursors) {
            long from = (long) files.size() * size + 1;
            files.add(new LetterFile(from, Math.min(from + size - 1, letters), cursor));
        }
        return files;
    }
}
