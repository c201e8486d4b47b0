package id.hadir.events.letter;

import id.hadir.events.body.Body;
import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class LetterheadApi {

    private final Letterheads letterheads;

    LetterheadApi(Letterheads letterheads) {
        this.letterheads = letterheads;
    }

    @GetMapping("/api/agencies/{id}/letterhead")
    Mono<Letterhead> letterhead(@PathVariable String id, Actor actor) {
        return letterheads.agency(actor, PathId.of(id)).flatMap(letterheads::of);
    }

    @PutMapping("/api/agencies/{id}/letterhead")
    Mono<Letterhead> put(@PathVariable String id, @RequestBody JsonNode document, Actor actor) {
        FieldErrors errors = new FieldErrors();
        LetterheadRequest request = LetterheadRequest.read(Body.of(document, errors));
        return letterheads.put(actor, PathId.of(id), request, errors);
    }

    @PutMapping(
            value = "/api/agencies/{id}/letterhead/logo",
            consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> putLogo(@PathVariable String id, @RequestBody byte[] logo, Actor actor) {
        return letterheads.putLogo(actor, PathId.of(id), logo);
    }

    @DeleteMapping("/api/agencies/{id}/letterhead/logo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> removeLogo(@PathVariable String id, Actor actor) {
        return letterheads.removeLogo(actor, PathId.of(id));
    }
}
