package id.hadir.events.unit;

import id.hadir.events.body.Body;
import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What organisers know of a unit, and their changes of it. */
@RestController
class UnitProfileApi {

    private final UnitKeeping keeping;

    UnitProfileApi(UnitKeeping keeping) {
        this.keeping = keeping;
    }

    @GetMapping("/api/units/{id}/profile")
    Mono<ResponseEntity<UnitProfile>> profile(@PathVariable String id) {
        return keeping.find(PathId.of(id)).map(UnitProfileApi::tagged);
    }

    /** A merge patch (RFC 7396): null empties a field, what is not in it stays. */
    @PatchMapping(
            path = "/api/units/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    Mono<ResponseEntity<UnitProfile>> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode document,
            Actor actor) {
        UUID unit = PathId.of(id);
        FieldErrors errors = new FieldErrors();
        Body body = Body.of(document, errors);
        return keeping.change(
                        actor, unit, stale(ifMatch), was -> patched(was, document, body), errors)
                .map(UnitProfileApi::tagged);
    }

    private static UnitEdit patched(UnitProfile unit, JsonNode document, Body body) {
        UnitEdit was = unit.editable();
        Boolean active = body.flag("active");
        return new UnitEdit(
                document.has("name") ? body.text("name") : was.name(),
                document.has("headTitle") ? body.text("headTitle") : was.headTitle(),
                document.has("parentId") ? body.text("parentId") : was.parentId(),
                document.has("email") ? body.text("email") : was.email(),
                document.has("phone") ? body.text("phone") : was.phone(),
                document.has("contactName") ? body.text("contactName") : was.contactName(),
                document.has("contactPosition")
                        ? body.text("contactPosition")
                        : was.contactPosition(),
                active == null ? was.active() : active);
    }

    private static Predicate<UnitProfile> stale(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return _ -> false;
        }
        List<String> tags = List.of(ifMatch.strip().replace("W/", "").split("\\s*,\\s*"));
        return unit -> !tags.contains(tag(unit));
    }

    private static ResponseEntity<UnitProfile> tagged(UnitProfile unit) {
        return ResponseEntity.ok().eTag(tag(unit)).body(unit);
    }

    private static String tag(UnitProfile unit) {
        return "\"" + unit.revision() + "\"";
    }
}
