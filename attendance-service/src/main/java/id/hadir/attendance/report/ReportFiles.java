package id.hadir.attendance.report;

import id.hadir.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;

/** Reports as files, and the parameters that reports share. */
final class ReportFiles {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    /** A spreadsheet takes a file without it for Windows-1252. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private ReportFiles() {}

    static ResponseEntity<Flux<String>> csv(String fileName, String header, Flux<String> lines) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(fileName).build().toString())
                .body(lines.startWith(BYTE_ORDER_MARK + header));
    }

    /** Other formats have a handler of their own, or none. */
    static void onlyJson(@Nullable String format) {
        switch (format) {
            case null -> {}
            case "", "json" -> {}
            case "xlsx", "pdf" -> throw Problem.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
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
