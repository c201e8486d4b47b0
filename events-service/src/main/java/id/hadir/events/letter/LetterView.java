package id.hadir.events.letter;

import id.hadir.kit.pdf.Paper;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A letter as the contract shows it, with what is proposed where nothing was typed.
 *
 * @param issued whether letterhead and signer are kept as they were when it got its number
 * @param missing what its letterhead still lacks
 */
record LetterView(
        LetterKind kind,
        @Nullable String number,
        @Nullable String date,
        @Nullable String classification,
        @Nullable String attachment,
        @Nullable String subject,
        @Nullable String opening,
        @Nullable String closing,
        @Nullable String dress,
        @Nullable String contact,
        List<String> copies,
        boolean issued,
        List<String> missing,
        List<String> files) {

    static LetterView of(Letter letter) {
        LetterText text = letter.text();
        String path = "/api/events/" + letter.shown().event().id();
        return new LetterView(
                letter.kind(),
                text.number(),
                text.date() == null ? null : text.date().toString(),
                text.classification(),
                text.attachment(),
                text.subject(),
                text.opening(),
                text.closing(),
                text.dress(),
                text.contact(),
                letter.copies(),
                letter.isIssued(),
                letter.head().missing(),
                Stream.of("/letter.pdf", "/letters.pdf")
                        .flatMap(
                                file ->
                                        Stream.of(Paper.values())
                                                .map(paper -> file + "?paper=" + paper.code()))
                        .map(path::concat)
                        .toList());
    }
}
