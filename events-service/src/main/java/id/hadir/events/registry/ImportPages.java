package id.hadir.events.registry;

import id.hadir.events.agency.Agencies;
import id.hadir.events.organise.RegionChoices;
import id.hadir.events.unit.UnitFile;
import id.hadir.events.unit.UnitImport;
import id.hadir.events.unit.UnitImport.Outcome.Imported;
import id.hadir.events.unit.UnitPreview;
import id.hadir.events.unit.UnitUpload;
import id.hadir.kit.id.PathId;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Takes in a table of units after it was looked at: pasted into the page, which needs no script, or
 * as a file, whose form only a script can send with the session's token.
 */
@Controller
class ImportPages {

    private static final String PATH = "/panitia/unit/impor";

    private final UnitUpload upload;
    private final UnitImport imports;
    private final RegionChoices regions;
    private final Agencies agencies;

    ImportPages(UnitUpload upload, UnitImport imports, RegionChoices regions, Agencies agencies) {
        this.upload = upload;
        this.imports = imports;
        this.regions = regions;
        this.agencies = agencies;
    }

    @GetMapping(PATH)
    Mono<Page> form(@RequestParam @Nullable String selesai, Actor actor, Words words) {
        return Mono.justOrEmpty(PathId.parse(actor.agencyId()))
                .flatMap(agencies::find)
                .mapNotNull(agency -> agency.regionCode())
                .defaultIfEmpty("")
                .map(ImportForm::blank)
                .flatMap(
                        form ->
                                page(
                                        form,
                                        Optional.empty(),
                                        selesai == null ? "" : selesai,
                                        words));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<Page> pasted(ServerWebExchange exchange, Actor actor, Words words) {
        return exchange.getFormData()
                .map(ImportForm::typed)
                .flatMap(
                        form ->
                                upload.read(form.table(), form.usual())
                                        .flatMap(file -> taken(form, file, actor, words)));
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<Page> sent(ServerWebExchange exchange, Actor actor, Words words) {
        return exchange.getMultipartData()
                .map(ImportForm::sent)
                .flatMap(
                        form ->
                                upload.read(form.file(), form.usual())
                                        .switchIfEmpty(upload.read(form.table(), form.usual()))
                                        .flatMap(file -> taken(form, file, actor, words)));
    }

    private Mono<Page> taken(ImportForm form, UnitFile file, Actor actor, Words words) {
        return form.isToImport()
                ? imports.take(actor, file)
                        .flatMap(
                                outcome ->
                                        outcome instanceof Imported imported
                                                ? Mono.just(done(imported))
                                                : looked(form, file, actor, words))
                : looked(form, file, actor, words);
    }

    private Mono<Page> looked(ImportForm form, UnitFile file, Actor actor, Words words) {
        return imports.preview(actor, file)
                .flatMap(
                        preview ->
                                page(form, Optional.of(preview), "", words)
                                        .map(
                                                page ->
                                                        preview.errors().isEmpty()
                                                                ? page
                                                                : page.status(
                                                                        HttpStatus
                                                                                .UNPROCESSABLE_CONTENT)));
    }

    private static Page done(Imported imported) {
        return Page.redirect(
                "%s?selesai=%d,%d,%d"
                        .formatted(
                                PATH,
                                imported.created(),
                                imported.updated(),
                                imported.unchanged()));
    }

    private Mono<Page> page(
            ImportForm form, Optional<UnitPreview> preview, String done, Words words) {
        var state = new FormState(form.values(), List.of());
        return regions.of(ImportForm.REGION, form.region())
                .map(region -> new ImportView(state, region, preview, done))
                .map(
                        view ->
                                Page.of(
                                                "registry/import",
                                                words.get("unit.import.title"),
                                                Map.of("view", view))
                                        .wide());
    }
}
