package id.hadir.attendance.report;

import id.hadir.attendance.eventcopy.Unit;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Attendance over events. */
@RestController
@RequestMapping("/api/reports/attendance")
class ReportApi {

    private static final String FILE_NAME = "presensi";

    private static final List<String> HEADING =
            List.of(
                    "unit",
                    "kind",
                    "regionCode",
                    "invited",
                    "present",
                    "represented",
                    "excused",
                    "absent",
                    "rate");

    private final Reports reports;

    ReportApi(Reports reports) {
        this.reports = reports;
    }

    record UnitView(
            Unit unit,
            int invited,
            int present,
            int represented,
            int excused,
            int absent,
            @Nullable Double rate) {

        static UnitView of(UnitOverEvents row) {
            return new UnitView(
                    row.unit(),
                    row.invited(),
                    row.present(),
                    row.represented(),
                    row.excused(),
                    row.absent(),
                    row.rate());
        }
    }

    @GetMapping
    Mono<Listing<UnitView>> units(
            Actor actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String regionCode,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String format,
            PageRequest page) {
        ReportFiles.onlyJson(format);
        return reports.units(actor, question(from, to, regionCode, kind), page)
                .map(rows -> rows.map(UnitView::of));
    }

    @GetMapping(params = "format=csv")
    ResponseEntity<Flux<String>> csv(
            Actor actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String regionCode,
            @RequestParam(required = false) @Nullable String kind) {
        return ReportFiles.csv(
                FILE_NAME, HEADING, rows(actor, question(from, to, regionCode, kind)));
    }

    @GetMapping(params = "format=xlsx")
    Mono<ResponseEntity<byte[]>> xlsx(
            Actor actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String regionCode,
            @RequestParam(required = false) @Nullable String kind) {
        return ReportFiles.xlsx(
                FILE_NAME, HEADING, rows(actor, question(from, to, regionCode, kind)));
    }

    private Flux<List<@Nullable Object>> rows(Actor actor, Reports.Question question) {
        return reports.allUnits(actor, question).map(ReportApi::cells);
    }

    private static List<@Nullable Object> cells(UnitOverEvents row) {
        return Arrays.asList(
                row.unit().name(),
                row.unit().kind(),
                row.unit().regionCode(),
                row.invited(),
                row.present(),
                row.represented(),
                row.excused(),
                row.absent(),
                row.rate());
    }

    private static Reports.Question question(
            @Nullable String from,
            @Nullable String to,
            @Nullable String regionCode,
            @Nullable String kind) {
        FieldErrors errors = new FieldErrors();
        Reports.Question question =
                new Reports.Question(
                        day("from", from, errors),
                        day("to", to, errors),
                        ReportFiles.clean("regionCode", regionCode),
                        ReportFiles.clean("kind", kind));
        errors.throwIfAny();
        return question;
    }

    /** A day, or the day of a date-time as it is written. */
    private static @Nullable LocalDate day(
            String field, @Nullable String text, FieldErrors errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            int time = text.indexOf('T');
            return LocalDate.parse(time < 0 ? text : text.substring(0, time));
        } catch (DateTimeParseException noDate) {
            errors.add(field, "invalid-date");
            return null;
        }
    }
}
