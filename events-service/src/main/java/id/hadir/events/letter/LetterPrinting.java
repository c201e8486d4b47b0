package id.hadir.events.letter;

import id.hadir.events.event.Event;
import id.hadir.events.invitation.Invitation;
import id.hadir.events.invitation.Invitations;
import id.hadir.events.letter.LetterPrint.Addressee;
import id.hadir.events.letter.LetterPrint.Attached;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.pdf.Paper;
import id.hadir.kit.pdf.PdfPrinter;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Prints the letter of an event: one for all, or one for each office. */
@Service
class LetterPrinting {

    /**
     * More than these are not named in the attachment but counted: nobody reads 75,000 lines, and a
     * thousand take 30 MB of memory while they are printed.
     */
    private static final int NAMED_AT_MOST = 1000;

    /** Letters in one file: a Rakornas with every province, kabupaten and kota is 546. */
    private static final int LETTERS_AT_MOST = 600;

    private final LetterDesk letters;
    private final Invitations invitations;
    private final LetterQueries queries;
    private final PdfPrinter printer;
    private final String site;

    LetterPrinting(
            LetterDesk letters,
            Invitations invitations,
            LetterQueries queries,
            PdfPrinter printer,
            @Value("${hadir.public-url}") String site) {
        this.letters = letters;
        this.invitations = invitations;
        this.queries = queries;
        this.printer = printer;
        this.site = site;
    }

    /**
     * Letters as a file.
     *
     * @param next cursor of the letters that are in the next file, or null
     */
    record File(byte[] pdf, String slug, @Nullable String next) {}

    /** One letter for all, the list of the invited behind it. */
    Mono<File> forAll(Actor actor, String idOrSlug, Paper paper) {
        return sheetForAll(actor, idOrSlug, paper)
                .flatMap(
                        print ->
                                printer.print(print.sheets())
                                        .map(pdf -> new File(pdf, slug(print.letter()), null)));
    }

    /** The first page of {@link #forAll}, as PNG. */
    Mono<byte[]> picture(Actor actor, String idOrSlug, Paper paper) {
        return sheetForAll(actor, idOrSlug, paper).flatMap(print -> printer.picture(print.sheet()));
    }

    /** One for each office with its own code; fails with 409 {@code nobody-invited}. */
    Mono<File> forEach(Actor actor, String idOrSlug, Paper paper, PageRequest page) {
        PageRequest request = new PageRequest(LETTERS_AT_MOST, page.after());
        return letters.find(actor, idOrSlug)
                .flatMap(
                        letter ->
                                Mono.zip(
                                                letters.logo(letter),
                                                invitations.list(actor, idOrSlug, request))
                                        .flatMap(
                                                parts ->
                                                        print(
                                                                letter,
                                                                paper,
                                                                parts.getT1(),
                                                                parts.getT2())));
    }

    /** Which files {@link #forEach} makes. */
    Mono<List<LetterFile>> files(Letter letter, long letters) {
        return letters <= LETTERS_AT_MOST
                ? Mono.just(LetterFile.of(letters, LETTERS_AT_MOST, List.of()))
                : queries.furtherFiles(event(letter).id(), LETTERS_AT_MOST)
                        .map(cursors -> LetterFile.of(letters, LETTERS_AT_MOST, cursors));
    }

    private Mono<File> print(Letter letter, Paper paper, byte[] logo, Listing<Invitation> invited) {
        if (invited.items().isEmpty()) {
            return Mono.error(Problem.conflict("nobody-invited"));
        }
        List<Addressee> addressees = invited.map(one -> Addressee.of(one, site)).items();
        var print = new LetterPrint(letter, paper, site, logo, addressees, List.of());
        return printer.print(print.sheets())
                .map(pdf -> new File(pdf, slug(letter), invited.next()));
    }

    private Mono<LetterPrint> sheetForAll(Actor actor, String idOrSlug, Paper paper) {
        return letters.find(actor, idOrSlug)
                .flatMap(
                        letter ->
                                Mono.zip(
                                        letters.logo(letter),
                                        attached(actor, event(letter)),
                                        (logo, attached) ->
                                                new LetterPrint(
                                                        letter,
                                                        paper,
                                                        site,
                                                        logo,
                                                        List.of(all(letter, attached)),
                                                        attached)));
    }

    private Addressee all(Letter letter, List<Attached> attached) {
        boolean isInPerson =
                !attached.isEmpty() && attached.stream().allMatch(Attached::isInPerson);
        String name = attached.isEmpty() ? "Bapak/Ibu/Saudara" : "(daftar terlampir)";
        return new Addressee(
                name, null, isInPerson, answerBy(attached), site + letter.shown().path(), null);
    }

    /** The deadline that all have in common, or null. */
    private static @Nullable Instant answerBy(List<Attached> attached) {
        Set<Optional<Instant>> deadlines =
                attached.stream()
                        .map(row -> Optional.ofNullable(row.answerBy()))
                        .collect(Collectors.toSet());
        return deadlines.size() == 1 ? deadlines.iterator().next().orElse(null) : null;
    }

    private Mono<List<Attached>> attached(Actor actor, Event event) {
        return invitations
                .list(actor, event.slug(), PageRequest.first(NAMED_AT_MOST))
                .flatMap(
                        invited ->
                                invited.next() == null
                                        ? Mono.just(invited.map(Attached::of).items())
                                        : queries.invitedByKind(event.id()));
    }

    private static Event event(Letter letter) {
        return letter.shown().event();
    }

    private static String slug(Letter letter) {
        return event(letter).slug();
    }
}
