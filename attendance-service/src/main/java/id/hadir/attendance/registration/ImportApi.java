package id.hadir.attendance.registration;

import id.hadir.attendance.registration.Registration.Status;
import id.hadir.attendance.registration.RegistrationImport.Imported;
import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.kit.sheet.CsvTable;
import id.hadir.kit.sheet.SheetRow;
import id.hadir.kit.sheet.XlsxReader;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes a table of registrations in: the good rows are registered, the bad ones told by their
 * lines.
 */
@RestController
class ImportApi {

    private static final String PATH = "/api/events/{eventId}/registrations/import";
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** As much as the gateway lets through. */
    private static final int FILE_AT_MOST = 12 * 1024 * 1024;

    private final RegistrationImport imports;
    private final MessageSource messages;

    ImportApi(RegistrationImport imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    record Rejected(int line, String code, String message) {}

    /** Each row counts once: as created (confirmed), waitlisted or rejected. */
    record ImportView(long created, long waitlisted, List<Rejected> rejected) {}

    @PostMapping(path = PATH, consumes = "text/csv")
    Mono<ImportView> csv(
            Actor actor,
            @PathVariable String eventId,
            Locale locale,
            @RequestBody Flux<DataBuffer> table) {
        return read(table, CsvTable::read).flatMap(rows -> run(actor, eventId, rows, locale));
    }

    @PostMapping(path = PATH, consumes = XLSX)
    Mono<ImportView> xlsx(
            Actor actor,
            @PathVariable String eventId,
            Locale locale,
            @RequestBody Flux<DataBuffer> table) {
        return read(table, XlsxReader::read).flatMap(rows -> run(actor, eventId, rows, locale));
    }

    /**
     * Parsing some megabytes takes longer than an event loop should be held. Buffers are given back
     * one by one: those of a body that is too large would be given back twice, by what joins them
     * and by what writes the answer.
     */
    private static Mono<List<SheetRow>> read(
            Flux<DataBuffer> table, Function<byte[], List<SheetRow>> reader) {
        return table.map(ImportApi::bytes)
                .collect(ByteArrayOutputStream::new, ImportApi::append)
                .publishOn(Schedulers.boundedElastic())
                .map(whole -> reader.apply(whole.toByteArray()))
                .onErrorMap(IllegalArgumentException.class, ImportApi::unreadable);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static void append(ByteArrayOutputStream whole, byte[] part) {
        if (whole.size() + part.length > FILE_AT_MOST) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        whole.writeBytes(part);
    }

    private static Problem unreadable(Throwable failure) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed");
    }

    private Mono<ImportView> run(Actor actor, String eventId, List<SheetRow> rows, Locale locale) {
        UUID id = PathId.of(eventId);
        return imports.run(actor, id, rows).map(imported -> view(imported, locale));
    }

    private ImportView view(List<Imported> imported, Locale locale) {
        return new ImportView(
                imported.stream().filter(row -> row.status() == Status.CONFIRMED).count(),
                imported.stream().filter(row -> row.status() == Status.WAITLISTED).count(),
                imported.stream().flatMap(row -> rejected(row, locale)).toList());
    }

    private Stream<Rejected> rejected(Imported row, Locale locale) {
        return row.problem() == null ? Stream.empty() : rejected(row.line(), row.problem(), locale);
    }

    private Stream<Rejected> rejected(int line, Problem problem, Locale locale) {
        return problem.errors().isEmpty()
                ? Stream.of(
                        new Rejected(
                                line,
                                problem.code(),
                                text("problem." + problem.code() + ".detail", locale)))
                : problem.errors().stream().map(error -> rejected(line, error, locale));
    }

    private Rejected rejected(int line, FieldError error, Locale locale) {
        String message = text("field." + error.code(), locale, error.args().toArray());
        return new Rejected(line, error.code(), error.field() + ": " + message);
    }

    private String text(String key, Locale locale, Object... args) {
        return String.valueOf(messages.getMessage(key, args, key, locale));
    }
}
