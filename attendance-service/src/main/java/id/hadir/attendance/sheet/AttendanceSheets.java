package id.hadir.attendance.sheet;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.report.Attendance;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.audit.Masked;
import id.hadir.kit.page.PageLanguage;
import id.hadir.kit.page.Words;
import id.hadir.kit.pdf.PrintPlaces;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Prints attendance sheets: to organisers and desks of their own agency's events, to officials the
 * offices of their region, with NIPs that cannot be read.
 */
@Service
class AttendanceSheets {

    /** Each holds its rows and its pages in memory until it is sent. */
    private static final int MADE_AT_ONCE = 2;

    private final Attendance attendance;
    private final SheetQueries queries;
    private final Audit audit;
    private final Clock clock;
    private final Words words;
    private final PrintPlaces places = new PrintPlaces(MADE_AT_ONCE);

    AttendanceSheets(
            Attendance attendance,
            SheetQueries queries,
            Audit audit,
            Clock clock,
            MessageSource messages) {
        this.attendance = attendance;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
        this.words = new Words(messages, PageLanguage.INDONESIAN);
    }

    record File(String name, byte[] pdf) {}

    /** Fails with 404, 403, 409 {@code sheet-too-long} or 503 {@code overloaded}. */
    Mono<File> print(Actor actor, UUID eventId, SheetRequest request) {
        return attendance.event(actor, eventId).flatMap(event -> print(actor, event, request));
    }

    private Mono<File> print(Actor actor, Event event, SheetRequest request) {
        Instant now = clock.instant();
        SheetContent content = SheetContent.ofCode(request.rows(), event.hasEnded(now));
        Mono<Sheet> sheet =
                queries.lines(asked(actor, event, content, request), Sheet.ROWS_AT_MOST + 1)
                        .map(
                                lines ->
                                        Sheet.of(
                                                EventView.of(event, now),
                                                content,
                                                lines,
                                                nip(actor),
                                                now,
                                                words))
                        .delayUntil(made -> audit.append(printed(event, content, made)));
        return places.make(sheet, made -> SheetPdf.draw(made, request.paper()))
                .map(pdf -> new File("daftar-hadir-" + event.slug() + ".pdf", pdf));
    }

    private static SheetQueries.Asked asked(
            Actor actor, Event event, SheetContent content, SheetRequest request) {
        String own = actor.role() == Role.OFFICIAL ? actor.regionCode() : null;
        return new SheetQueries.Asked(
                event.id(),
                content,
                Objects.requireNonNullElse(own, ""),
                Objects.requireNonNullElse(request.regionCode(), "").strip(),
                Objects.requireNonNullElse(request.kind(), "").strip());
    }

    /** Whoever only reads reports needs no number of another agency's guest. */
    private static UnaryOperator<@Nullable String> nip(Actor actor) {
        return actor.role() == Role.OFFICIAL ? Masked::number : nip -> nip;
    }

    private static Deed printed(Event event, SheetContent content, Sheet sheet) {
        return Deed.of("attendance.sheet-printed", event.id())
                .and("content", content.name())
                .and("rows", sheet.rows().size());
    }
}
