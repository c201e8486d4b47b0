package id.hadir.events.unit;

import id.hadir.events.unit.UnitFile.Usual;
import id.hadir.events.unit.UnitImport.Outcome;
import id.hadir.events.unit.UnitPreview.Change;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes files of units in, all lines or none; or says first what would come of it. */
@RestController
class UnitImportApi {

    private static final String PATH = "/api/units/import";
    private static final String CSV = "text/csv";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final UnitUpload upload;
    private final UnitImport imports;
    private final MessageSource messages;

    UnitImportApi(UnitUpload upload, UnitImport imports, MessageSource messages) {
        this.upload = upload;
        this.imports = imports;
        this.messages = messages;
    }

    /** A line that would change something. */
    record ChangeView(long line, String name, Change change) {}

    record PreviewView(
            long created,
            long updated,
            long unchanged,
            List<ChangeView> changes,
            List<String> unreadColumns) {}

    @PostMapping(
            path = PATH,
            consumes = {CSV, XLSX},
            params = "preview!=true")
    Mono<Outcome.Imported> take(@RequestBody Flux<DataBuffer> body, Actor actor, Locale language) {
        return read(body)
                .flatMap(file -> imports.take(actor, file))
                .map(
                        outcome ->
                                switch (outcome) {
                                    case Outcome.Imported imported -> imported;
                                    case Outcome.Refused refused ->
                                            throw refused(refused.errors(), language);
                                });
    }

    @PostMapping(
            path = PATH,
            consumes = {CSV, XLSX},
            params = "preview=true")
    Mono<PreviewView> preview(@RequestBody Flux<DataBuffer> body, Actor actor, Locale language) {
        return read(body)
                .flatMap(file -> imports.preview(actor, file))
                .map(
                        preview -> {
                            if (!preview.errors().isEmpty()) {
                                throw refused(preview.errors(), language);
                            }
                            return view(preview);
                        });
    }

    private Mono<UnitFile> read(Flux<DataBuffer> body) {
        return upload.read(body, Usual.NONE)
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.BAD_REQUEST, "malformed")));
    }

    private static PreviewView view(UnitPreview preview) {
        return new PreviewView(
                preview.count(Change.NEW),
                preview.count(Change.CHANGED),
                preview.count(Change.UNCHANGED),
                preview.lines().stream()
                        .filter(line -> line.change() != Change.UNCHANGED)
                        .map(
                                line ->
                                        new ChangeView(
                                                line.number(), line.unit().name(), line.change()))
                        .toList(),
                preview.unread());
    }

    private Problem refused(List<UnitFile.LineError> errors, Locale language) {
        return Problem.invalid(List.of())
                .with("errors", errors.stream().map(error -> lineError(error, language)).toList());
    }

    private Map<String, Object> lineError(UnitFile.LineError error, Locale language) {
        String code = error.error().code();
        Object[] args = error.error().args().toArray();
        return Map.of(
                "line", error.line(),
                "field", error.error().field(),
                "code", code,
                "message",
                        String.valueOf(messages.getMessage("field." + code, args, code, language)));
    }
}
