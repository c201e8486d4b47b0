package id.hadir.events.letter;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventChanges;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.page.PageLanguage;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Writes and numbers the letters of the actor's own agency's events. */
@Service
class LetterDesk {

    private static final byte[] NO_LOGO = {};

    private final LetterStore store;
    private final Letterheads letterheads;
    private final EventCatalogue catalogue;
    private final EventChanges events;
    private final ShownEvents shown;
    private final Audit audit;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Words words;

    LetterDesk(
            LetterStore store,
            Letterheads letterheads,
            EventCatalogue catalogue,
            EventChanges events,
            ShownEvents shown,
            Audit audit,
            TransactionalOperator transaction,
            Clock clock,
            MessageSource messages) {
        this.store = store;
        this.letterheads = letterheads;
        this.catalogue = catalogue;
        this.events = events;
        this.shown = shown;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.words = new Words(messages, PageLanguage.INDONESIAN);
    }

    /** The letter of the event as it is now; fails with 404, or 403 for another agency's. */
    Mono<Letter> find(Actor actor, String idOrSlug) {
        return catalogue.findOwn(idOrSlug, actor).flatMap(this::letter);
    }

    private Mono<Letter> letter(Event event) {
        return Mono.zip(shown.of(event), letterheads.of(event.agency()), store.find(event.id()))
                .map(parts -> letter(parts.getT1(), parts.getT2(), parts.getT3()));
    }

    private Letter letter(
            ShownEvent event, Letterhead present, TreeMap<Integer, WrittenLetter> letters) {
        int issue = LetterKind.issue(event.event());
        WrittenLetter written = letters.getOrDefault(issue, WrittenLetter.BLANK);
        Letterhead head = written.head() == null ? present : written.head();
        Map.Entry<Integer, WrittenLetter> before = letters.lowerEntry(issue);
        LetterText earlier = before == null ? null : before.getValue().text();
        LetterText proposal = LetterProposal.of(event, head, earlier, today(event.event()), words);
        return new Letter(
                event, head, written.head() != null, written.text().or(proposal), proposal, words);
    }

    /** That of the letter's head; no bytes where there is none. */
    Mono<byte[]> logo(Letter letter) {
        Event event = letter.shown().event();
        return letter.isIssued()
                ? store.findLogo(event.id(), LetterKind.issue(event)).defaultIfEmpty(NO_LOGO)
                : letterheads.logo(event.agency().id());
    }

    /** A number once given stays until another is typed, or the count would have a gap. */
    Mono<Letter> put(Actor actor, UUID eventId, LetterRequest request, FieldErrors errors) {
        return events.lockOwn(actor, eventId)
                .flatMap(event -> put(event, request.check(errors), errors))
                .as(transaction::transactional)
                .flatMap(this::letter);
    }

    private Mono<Event> put(Event event, LetterText text, FieldErrors errors) {
        errors.throwIfAny();
        return Mono.zip(
                        typed(event),
                        letter(event),
                        (before, letter) ->
                                write(
                                        event,
                                        before,
                                        text.keeping(before, today(event))
                                                .without(letter.proposal())))
                .flatMap(written -> written)
                .thenReturn(event);
    }

    /** Gives the letter its agency's next number of the year; one that has a number keeps it. */
    Mono<Letter> number(Actor actor, UUID eventId) {
        return events.lockOwn(actor, eventId)
                .delayUntil(
                        event ->
                                typed(event)
                                        .filter(text -> text.number() == null)
                                        .flatMap(text -> number(event, text)))
                .as(transaction::transactional)
                .flatMap(this::letter);
    }

    private Mono<Void> number(Event event, LetterText text) {
        LocalDate date = text.date() == null ? today(event) : text.date();
        return letterheads
                .of(event.agency())
                .zipWhen(_ -> store.nextNumber(event.agency().id(), date.getYear()))
                .map(
                        parts ->
                                NumberPattern.fill(
                                        parts.getT1().numberPattern(),
                                        parts.getT2(),
                                        parts.getT1().code(),
                                        date))
                .flatMap(number -> write(event, text, text.numbered(number, date)));
    }

    /**
     * Corrects an issued letter: it takes the agency's letterhead and signer of today. One without
     * a number does so anyway.
     *
     * @return fails with 409 {@code letterhead-incomplete} where that has not all a letter needs
     */
    Mono<Letter> renewHead(Actor actor, UUID eventId) {
        return events.lockOwn(actor, eventId)
                .delayUntil(
                        event ->
                                typed(event)
                                        .filter(text -> text.number() != null)
                                        .flatMap(_ -> renewHead(event)))
                .as(transaction::transactional)
                .flatMap(this::letter);
    }

    private Mono<Void> renewHead(Event event) {
        int issue = LetterKind.issue(event);
        return letterheads
                .of(event.agency())
                .filter(head -> head.missing().isEmpty())
                .switchIfEmpty(Mono.error(() -> Problem.conflict("letterhead-incomplete")))
                .then(Mono.defer(() -> store.recall(event.id(), issue)))
                .then(Mono.defer(() -> issue(event)))
                .then(audit.append(Deed.of("letter.head-renewed", event.id()).and("issue", issue)));
    }

    /** Keeps the letterhead with the letter as soon as it has all that a letter needs. */
    private Mono<Void> issue(Event event) {
        return letterheads
                .of(event.agency())
                .filter(head -> head.missing().isEmpty())
                .flatMap(
                        _ -> store.issue(event.id(), LetterKind.issue(event), event.agency().id()));
    }

    private Mono<LetterText> typed(Event event) {
        return store.find(event.id())
                .map(
                        letters ->
                                letters.getOrDefault(LetterKind.issue(event), WrittenLetter.BLANK)
                                        .text());
    }

    private Mono<Void> write(Event event, LetterText before, LetterText after) {
        int issue = LetterKind.issue(event);
        Deed deed = Deed.of("letter.changed", event.id()).changing(fields(before), fields(after));
        return store.save(event.id(), issue, after)
                .then(audit.append(deed.and("issue", issue)))
                .then(after.number() == null ? Mono.empty() : issue(event));
    }

    /** Without the contact, who is a person. */
    private static Map<String, @Nullable Object> fields(LetterText text) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("number", text.number());
        fields.put("date", text.date() == null ? null : text.date().toString());
        fields.put("classification", text.classification());
        fields.put("attachment", text.attachment());
        fields.put("subject", text.subject());
        fields.put("opening", text.opening());
        fields.put("closing", text.closing());
        fields.put("dress", text.dress());
        fields.put("copies", text.copies());
        return fields;
    }

    private LocalDate today(Event event) {
        return LocalDate.ofInstant(clock.instant(), event.content().schedule().timeZone());
    }
}
