package id.hadir.attendance.report;

import id.hadir.attendance.sheet.Csv;
import id.hadir.attendance.sheet.XlsxWriter;
import id.hadir.kit.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reports as files, and the parameters that reports share. */
final class ReportFiles {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final String SHEET = "Presensi";

    /** A spreadsheet takes a file without it for Windows-1252. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private ReportFiles() {}

    static ResponseEntity<Flux<String>> csv(
            String name, List<String> heading, Flux<List<@Nullable Object>> rows) {
        return file(CSV, name + ".csv")
                .body(rows.map(Csv::line).startWith(BYTE_ORDER_MARK + Csv.line(heading)));
    }

    static Mono<ResponseEntity<byte[]>> xlsx(
            String name, List<String> heading, Flux<List<@Nullable Object>> rows) {
        return rows.collectList()
                .publishOn(Schedulers.boundedElastic())
                .map(all -> file(XLSX, name + ".xlsx").body(XlsxWriter.write(SHEET, heading, all)));
    }

    private static ResponseEntity.BodyBuilder file(MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }

    /** Other formats have a handler of their own, or none. */
    static void onlyJson(@Nullable String format) {
        switch (format) {
            case null -> {}
            case "", "json" -> {}
            case "pdf" -> throw Problem.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
            default -> throw Problem.invalid("format", "invalid-choice");
        }
    }

    static @Nullable String clean(String parameter, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw Problem.invalid(parameter, "control-character");
        }
        return text;
    }
}
