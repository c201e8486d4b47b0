package id.hadir.events.letter;

import id.hadir.events.browse.ShownEvent;
import id.hadir.kit.page.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The letter of an event as it is now.
 *
 * @param isIssued whether {@code head} is kept with the letter; else it is the agency's of today
 * @param text what was typed, and the proposal where nothing was
 * @param proposal what would stand there if nothing were typed
 * @param words Indonesian
 */
public record Letter(
        ShownEvent shown,
        Letterhead head,
        boolean isIssued,
        LetterText text,
        LetterText proposal,
        Words words) {

    /** A line of the letter's middle, such as {@code Pukul: 09.00 WIB s.d. selesai}. */
    public record Fact(String name, String value) {}

    public LetterKind kind() {
        return LetterKind.of(shown.event());
    }

    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Hari/tanggal", shown.date(words)));
        String time = shown.time(words);
        if (!time.isEmpty()) {
            facts.add(new Fact("Pukul", time.replaceFirst("^pukul ", "")));
        }
        facts.add(new Fact("Tempat", shown.place(words)));
        if (shown.content().onlineUrl() != null) {
            facts.add(new Fact("Tautan daring", shown.content().onlineUrl()));
        }
        facts.add(new Fact("Acara", shown.content().title()));
        if (shown.content().theme() != null) {
            facts.add(new Fact("Tema", shown.content().theme()));
        }
        if (text.dress() != null && kind() != LetterKind.CANCELLATION) {
            facts.add(new Fact("Pakaian", text.dress()));
        }
        return facts;
    }

    /** "Senin, 9 Agustus 2027, pukul 16.00 WIB". */
    public String moment(Instant at) {
        return words.dateTime(at, shown.content().schedule().timeZone());
    }

    public List<String> copies() {
        return text.copies() == null ? List.of() : text.copies();
    }

    /** "31 Januari 2024". */
    public String date() {
        return text.date() == null ? "" : words.longDate(text.date());
    }

    public static List<String> paragraphs(String text) {
        return List.of(text.split("\\n\\s*\\n?"));
    }
}
