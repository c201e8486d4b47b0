package id.hadir.events.event;

import id.hadir.events.naming.Folded;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The readable part of an event's address: {@code netralitas-asn-kabupaten-pati-2027}. */
final class Slug {

    private static final int TITLE_AT_MOST = 60;
    private static final String LETTERS = "abcdefghjkmnpqrstvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Slug() {}

    static String of(String title, String regionName, @Nullable LocalDate day) {
        List<String> words = new ArrayList<>();
        int length = 0;
        for (String word : Folded.words(title)) {
            String ascii = word.replaceAll("[^a-z0-9]", "");
            length += ascii.length() + 1;
            if (!ascii.isEmpty() && length <= TITLE_AT_MOST) {
                words.add(ascii);
            }
        }
        if (words.isEmpty()) {
            words.add("kegiatan");
        }
        if (!Folded.of(title).contains(Folded.of(regionName))) {
            words.addAll(Folded.words(regionName));
        }
        String year = day == null ? "" : String.valueOf(day.getYear());
        if (!year.isEmpty() && !words.contains(year)) {
            words.add(year);
        }
        return String.join("-", words);
    }

    /** Another one for an event whose slug is taken. */
    static String another(String slug) {
        StringBuilder suffixed = new StringBuilder(slug).append('-');
        for (int i = 0; i < 5; i++) {
            suffixed.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return suffixed.toString();
    }
}
