package id.hadir.attendance.report;

import static id.hadir.kit.sheet.TableFile.Format.CSV;
import static id.hadir.kit.sheet.TableFile.Format.XLSX;

import id.hadir.attendance.eventcopy.Unit;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.kit.sheet.TableExports;
import id.hadir.kit.sheet.TableFile;
import id.hadir.kit.sheet.TableFile.Format;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The attendance of an event: totals, and a row a unit. */
@RestController
@RequestMapping("/api/events/{eventId}/attendance")
class AttendanceApi {

    private static final List<String> HEADING =
            List.of(
                    "unit",
                    "kind",
                    "regionCode",
                    "seats",
                    "registered",
                    "attended",
                    "represented",
                    "excused",
                    "absent",
                    "state");

    private final Attendance attendance;
    private final TableExports exports;
    private final Audit audit;

    AttendanceApi(Attendance attendance, TableExports exports, Audit audit) {
        this.attendance = attendance;
        this.exports = exports;
        this.audit = audit;
    }

    record UnitView(
            Unit unit,
            int seats,
            int registered,
            int attended,
            int represented,
            int excused,
            int absent,
            String state) {

        static UnitView of(UnitAttendance row) {
            return new UnitView(
                    row.unit(),
                    row.seats(),
                    row.registered(),
                    row.attended(),
                    row.represented(),
                    row.excused(),
                    row.absent(),
                    row.state().code());
        }
    }

    @GetMapping
    Mono<Attendance.AsOf> totals(Actor actor, @PathVariable String eventId) {
        return attendance.totals(actor, PathId.of(eventId));
    }

    @GetMapping("/units")
    Mono<Listing<UnitView>> units(
            Actor actor,
            @PathVariable String eventId,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String regionCode,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String format,
            PageRequest page) {
        ReportParameters.onlyJson(format);
        return attendance
                .units(actor, PathId.of(eventId), filter(kind, regionCode, state), page)
                .map(rows -> rows.map(UnitView::of));
    }

    @GetMapping(path = "/units", params = "format=csv")
    Mono<Void> csv(
            Actor actor,
            @PathVariable String eventId,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String regionCode,
            @RequestParam(required = false) @Nullable String state,
            ServerHttpResponse response) {
        return send(CSV, actor, eventId, filter(kind, regionCode, state), response);
    }

    @GetMapping(path = "/units", params = "format=xlsx")
    Mono<Void> xlsx(
            Actor actor,
            @PathVariable String eventId,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String regionCode,
            @RequestParam(required = false) @Nullable String state,
            ServerHttpResponse response) {
        return send(XLSX, actor, eventId, filter(kind, regionCode, state), response);
    }

    private Mono<Void> send(
            Format format,
            Actor actor,
            String eventId,
            Attendance.Filter filter,
            ServerHttpResponse response) {
        UUID id = PathId.of(eventId);
        Flux<List<@Nullable Object>> rows =
                attendance.allUnits(actor, id, filter).map(AttendanceApi::cells);
        return attendance
                .event(actor, id)
                .map(
                        event ->
                                new TableFile(
                                        "presensi-" + event.slug(),
                                        ReportParameters.SHEET,
                                        format,
                                        HEADING,
                                        rows))
                .flatMap(
                        file ->
                                exports.send(
                                        file,
                                        count ->
                                                audit.append(
                                                        exported(id, filter).and("rows", count)),
                                        response));
    }

    private static Deed exported(UUID id, Attendance.Filter filter) {
        return Deed.of("attendance.exported", id)
                .and("kind", filter.kind())
                .and("regionCode", filter.regionCode())
                .and("state", filter.state() == null ? null : filter.state().code());
    }

    private static Attendance.Filter filter(
            @Nullable String kind, @Nullable String regionCode, @Nullable String state) {
        return new Attendance.Filter(
                ReportParameters.clean("kind", kind),
                ReportParameters.clean("regionCode", regionCode),
                state(state));
    }

    private static List<@Nullable Object> cells(UnitAttendance row) {
        return Arrays.asList(
                row.unit().name(),
                row.unit().kind(),
                row.unit().regionCode(),
                row.seats(),
                row.registered(),
                row.attended(),
                row.represented(),
                row.excused(),
                row.absent(),
                row.state().code());
    }

    private static @Nullable UnitState state(@Nullable String code) {
        return code == null || code.isBlank()
                ? null
                : UnitState.ofCode(code)
                        .orElseThrow(() -> Problem.invalid("state", "invalid-choice"));
    }
}
