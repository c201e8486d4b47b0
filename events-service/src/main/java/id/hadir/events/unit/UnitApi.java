package id.hadir.events.unit;

import id.hadir.events.body.Body;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

@RestController
class UnitApi {

    /** Some 150,000 lines. */
    private static final int FILE_AT_MOST = 16 * 1024 * 1024;

    private final UnitRegister units;
    private final UnitImport imports;
    private final MessageSource messages;

    UnitApi(UnitRegister units, UnitImport imports, MessageSource messages) {
        this.units = units;
        this.imports = imports;
        this.messages = messages;
    }

    @GetMapping("/api/units")
    Mono<Listing<Unit>> list(
            @RequestParam @Nullable String regionCode,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String q,
            PageRequest page) {
        return units.list(UnitSearch.of(regionCode, kind, q), page);
    }

    @GetMapping("/api/units/{id}")
    Mono<Unit> unit(@PathVariable String id) {
        return units.find(PathId.of(id)).switchIfEmpty(Mono.error(Problem::notFound));
    }

    @PostMapping(value = "/api/units", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Unit>> add(@RequestBody JsonNode document) {
        FieldErrors errors = new FieldErrors();
        Body body = Body.of(document, errors);
        return units.add(
                        new UnitDetails.Typed(
                                body.text("name"),
                                body.text("kind"),
                                body.text("regionCode"),
                                body.text("headTitle"),
                                body.text("email"),
                                body.text("phone")),
                        errors)
                .map(
                        unit ->
                                ResponseEntity.created(URI.create("/api/units/" + unit.id()))
                                        .body(unit));
    }

    /** Parsing some megabytes takes longer than an event loop should be held. */
    @PostMapping(value = "/api/units/import", consumes = "text/csv")
    Mono<UnitImport.Outcome.Imported> importFile(
            @RequestBody Flux<DataBuffer> body, Locale language) {
        return DataBufferUtils.join(body, FILE_AT_MOST)
                .publishOn(Schedulers.boundedElastic())
                .map(UnitApi::read)
                .switchIfEmpty(Mono.error(() -> Problem.of(HttpStatus.BAD_REQUEST, "malformed")))
                .flatMap(imports::take)
                .map(
                        outcome ->
                                switch (outcome) {
                                    case UnitImport.Outcome.Imported imported -> imported;
                                    case UnitImport.Outcome.Refused refused ->
                                            throw refused(refused.errors(), language);
                                });
    }

    private static UnitFile read(DataBuffer buffer) {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(buffer.readableByteCount());
            buffer.toByteBuffer(bytes);
            return UnitFile.read(bytes);
        } finally {
            DataBufferUtils.release(buffer);
        }
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
