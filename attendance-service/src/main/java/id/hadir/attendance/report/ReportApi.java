package id.hadir.attendance.report;

import static id.hadir.kit.sheet.TableFile.Format.CSV;
import static id.hadir.kit.sheet.TableFile.Format.XLSX;

import id.hadir.attendance.eventcopy.Unit;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import id.hadir.kit.sheet.TableExports;
import id.hadir.kit.sheet.TableFile;
import id.hadir.kit.sheet.TableFile.Format;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
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
    private static final int DATE_LENGTH = "2027-08-11".length();

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
    private final TableExports exports;
    private final Audit audit;

    ReportApi(Reports reports, TableExports exports, Audit audit) {
        this.reports = reports;
        this.exports = exports;
        this.audit = audit;
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
        ReportParameters.onlyJson(format);
        return reports.units(actor, question(from, to, regionCode, kind), page)
                .map(rows -> rows.map(UnitView::of));
    }

    @GetMapping(params = "format=csv")
    Mono<Void> csv(
            Actor actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String regionCode,
            @RequestParam(required = false) @Nullable String kind,
            ServerHttpResponse response) {
        return send(CSV, actor, question(from, to, regionCode, kind), response);
    }

    @GetMapping(params = "format=xlsx")
    Mono<Void> xlsx(
            Actor actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String regionCode,
            @RequestParam(required = false) @Nullable String kind,
            ServerHttpResponse response) {
        return send(XLSX, actor, question(from, to, regionCode, kind), response);
    }

    private Mono<Void> send(
            Format format, Actor actor, Reports.Question question, ServerHttpResponse response) {
        Flux<List<@Nullable Object>> rows = reports.allUnits(actor, question).map(ReportApi::cells);
        TableFile file = new TableFile(FILE_NAME, ReportParameters.SHEET, format, HEADING, rows);
        return exports.send(
                file, count -> audit.append(exported(question).and("rows", count)), response);
    }

    private static Deed exported(Reports.Question question) {
        return Deed.of("attendance.exported", "report", null)
                .and("from", question.from())
                .and("to", question.to())
                .and("regionCode", question.regionCode())
                .and("kind", question.kind());
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
                        ReportParameters.clean("regionCode", regionCode),
                        ReportParameters.clean("kind", kind));
        errors.throwIfAny();
        return question;
    }

    /**
     * A day, or the day of a date-time as it is written; a plus sign that was not escaped in the
     * query has become a blank.
     */
    private static @Nullable LocalDate day(
            String field, @Nullable String text, FieldErrors errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String given = text.strip().replace(' ', '+');
        try {
            LocalDate day =
                    given.length() == DATE_LENGTH
                            ? LocalDate.parse(given)
                            : OffsetDateTime.parse(given).toLocalDate();
            if (day.isBefore(Reports.BEGINNING) || day.isAfter(Reports.END)) {
                errors.add(field, "out-of-range", Reports.BEGINNING, Reports.END);
                return null;
            }
            return day;
        } catch (DateTimeParseException noDate) {
            errors.add(field, "invalid-date");
            return null;
        }
    }
}
