package id.hadir.events.unit;

import id.hadir.events.body.Body;
import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Merging of units that were entered twice, and what it would do. */
@RestController
class UnitMergeApi {

    private static final String PATH = "/api/units/{id}/merge";

    private final UnitMerging merging;

    UnitMergeApi(UnitMerging merging) {
        this.merging = merging;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, params = "preview!=true")
    Mono<UnitProfile> merge(@PathVariable String id, @RequestBody JsonNode body, Actor actor) {
        return merging.merge(actor, PathId.of(id), into(body));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, params = "preview=true")
    Mono<MergePreview> preview(@PathVariable String id, @RequestBody JsonNode body, Actor actor) {
        return merging.preview(actor, PathId.of(id), into(body));
    }

    private static @Nullable String into(JsonNode document) {
        FieldErrors errors = new FieldErrors();
        String into = Body.of(document, errors).text("into");
        errors.throwIfAny();
        return into;
    }
}
