package id.hadir.events.unit;

import id.hadir.events.body.Body;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class UnitApi {

    private final UnitRegister units;

    UnitApi(UnitRegister units) {
        this.units = units;
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
}
