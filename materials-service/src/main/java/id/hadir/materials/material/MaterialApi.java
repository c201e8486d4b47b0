package id.hadir.materials.material;

import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.security.Actor;
import id.hadir.materials.content.FileName;
import id.hadir.materials.ticket.TicketCode;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class MaterialApi {

    private final Materials materials;
    private final Catalogue catalogue;

    MaterialApi(Materials materials, Catalogue catalogue) {
        this.materials = materials;
        this.catalogue = catalogue;
    }

    @GetMapping("/api/events/{id}/materials")
    Mono<Listing<MaterialView>> list(
            @PathVariable String id,
            Actor actor,
            @RequestHeader(name = "X-Ticket", defaultValue = "") String ticket,
            PageRequest page) {
        return catalogue
                .list(id, actor, TicketCode.read(ticket), page)
                .map(offers -> offers.map(MaterialView::of));
    }

    @PostMapping(
            path = "/api/events/{id}/materials",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<MaterialView>> add(
            @PathVariable String id, Actor actor, @RequestBody Flux<PartEvent> parts) {
        return materials
                .add(id, actor, parts)
                .map(MaterialView::of)
                .map(view -> ResponseEntity.created(URI.create(view.url())).body(view));
    }

    @PutMapping(
            path = "/api/materials/{id}/content",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<MaterialView> replace(
            @PathVariable String id, Actor actor, @RequestBody Flux<PartEvent> parts) {
        return materials.replace(id, actor, parts).map(MaterialView::of);
    }

    /** The body is the file, whatever it says it is. */
    @PutMapping(
            path = "/api/materials/{id}/content",
            consumes = "!" + MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<MaterialView> replace(
            @PathVariable String id,
            Actor actor,
            @RequestParam(required = false) @Nullable String fileName,
            ServerHttpRequest request) {
        return materials
                .replace(
                        id,
                        actor,
                        Optional.ofNullable(fileName).map(FileName::of),
                        request.getBody())
                .map(MaterialView::of);
    }

    @DeleteMapping("/api/materials/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> withdraw(@PathVariable String id, Actor actor) {
        return materials.withdraw(id, actor);
    }
}
