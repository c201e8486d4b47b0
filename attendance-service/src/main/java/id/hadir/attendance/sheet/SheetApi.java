package id.hadir.attendance.sheet;

import id.hadir.kit.id.PathId;
import id.hadir.kit.pdf.Paper;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SheetApi {

    private final AttendanceSheets sheets;

    SheetApi(AttendanceSheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping("/api/events/{eventId}/attendance/sheet.pdf")
    Mono<ResponseEntity<byte[]>> sheet(
            Actor actor,
            @PathVariable String eventId,
            @RequestParam(required = false) @Nullable String paper,
            @RequestParam(required = false) @Nullable String regionCode,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String rows) {
        var request =
                new SheetRequest(
                        Paper.ofCode(paper),
                        clean("regionCode", regionCode),
                        clean("kind", kind),
                        rows);
        return sheets.print(actor, PathId.of(eventId), request).map(SheetApi::answer);
    }

    /** PostgreSQL cannot compare with a text that holds NUL. */
    private static @Nullable String clean(String parameter, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw Problem.invalid(parameter, "control-character");
        }
        return text;
    }

    private static ResponseEntity<byte[]> answer(AttendanceSheets.File file) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(file.name()).build().toString())
                .body(file.pdf());
    }
}
