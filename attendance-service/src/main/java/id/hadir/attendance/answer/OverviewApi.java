package id.hadir.attendance.answer;

import static id.hadir.kit.sheet.TableFile.Format.CSV;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.Unit;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.security.Actor;
import id.hadir.kit.sheet.TableExports;
import id.hadir.kit.sheet.TableFile;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** All invited offices with their answers. */
@RestController
@RequestMapping("/api/events/{eventId}/answers")
class OverviewApi {

    private static final List<String> HEADING =
            List.of(
                    "unit",
                    "kind",
                    "regionCode",
                    "addressee",
                    "seats",
                    "state",
                    "late",
                    "name",
                    "position",
                    "reason",
                    "note",
                    "answeredAt",
                    "answerBy",
                    "registered");

    private final Overview overview;
    private final TableExports exports;
    private final Audit audit;

    OverviewApi(Overview overview, TableExports exports, Audit audit) {
        this.overview = overview;
        this.exports = exports;
        this.audit = audit;
    }

    record OfficeView(
            Unit unit,
            String addressee,
            int seats,
            String state,
            @Nullable String name,
            @Nullable String position,
            @Nullable String reason,
            @Nullable String note,
            boolean late,
            @Nullable Instant answeredAt,
            @Nullable Instant answerBy,
            int registered) {

        static OfficeView of(OfficeAnswer row) {
            return new OfficeView(
                    row.unit(),
                    row.addressee(),
                    row.seats(),
                    row.state().code(),
                    row.name(),
                    row.position(),
                    row.reason(),
                    row.note(),
                    row.late(),
                    row.answeredAt(),
                    row.answerBy(),
                    row.registered());
        }
    }

    record OverviewAnswer(AnswerTotals totals, List<OfficeView> items, @Nullable String next) {}

    @GetMapping
    Mono<OverviewAnswer> list(
            Actor actor,
            @PathVariable String eventId,
            @RequestParam(required = false) @Nullable String state,
            PageRequest page) {
        String asked = Overview.state(state);
        return overview.event(actor, PathId.of(eventId))
                .flatMap(event -> overview.of(event, asked, page))
                .map(
                        found ->
                                new OverviewAnswer(
                                        found.totals(),
                                        found.offices().map(OfficeView::of).items(),
                                        found.offices().next()));
    }

    @GetMapping(params = "format=csv")
    Mono<Void> csv(
            Actor actor,
            @PathVariable String eventId,
            @RequestParam(required = false) @Nullable String state,
            ServerHttpResponse response) {
        String asked = Overview.state(state);
        return overview.event(actor, PathId.of(eventId))
                .flatMap(
                        event ->
                                exports.send(
                                        file(event, asked),
                                        count -> audit.append(exported(event, asked, count)),
                                        response));
    }

    private TableFile file(Event event, String state) {
        return new TableFile(
                "jawaban-" + event.slug(),
                "Jawaban",
                CSV,
                HEADING,
                overview.all(event.id(), state).map(OverviewApi::cells));
    }

    private static Deed exported(Event event, String state, long rows) {
        return Deed.of("answers.exported", event.id()).and("state", state).and("rows", rows);
    }

    private static List<@Nullable Object> cells(OfficeAnswer row) {
        return Arrays.asList(
                row.unit().name(),
                row.unit().kind(),
                row.unit().regionCode(),
                row.addressee(),
                row.seats(),
                row.state().code(),
                row.late() ? "late" : null,
                row.name(),
                row.position(),
                row.reason(),
                row.note(),
                row.answeredAt() == null ? null : row.answeredAt().toString(),
                row.answerBy() == null ? null : row.answerBy().toString(),
                row.registered());
    }
}
