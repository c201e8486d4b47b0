package id.hadir.events.agency;

import id.hadir.events.body.Body;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class AgencyApi {

    private final Agencies agencies;

    AgencyApi(Agencies agencies) {
        this.agencies = agencies;
    }

    @GetMapping("/api/agencies")
    Mono<Listing<Agency>> list(PageRequest page) {
        return agencies.list(page);
    }

    @GetMapping("/api/agencies/{id}")
    Mono<Agency> agency(@PathVariable String id) {
        return agencies.find(PathId.of(id)).switchIfEmpty(Mono.error(Problem::notFound));
    }

    @PostMapping("/api/agencies")
    Mono<ResponseEntity<Agency>> add(@RequestBody JsonNode document) {
        FieldErrors errors = new FieldErrors();
        Body body = Body.of(document, errors);
        return agencies.add(body.text("name"), body.text("kind"), body.text("regionCode"), errors)
                .map(
                        agency ->
                                ResponseEntity.created(URI.create("/api/agencies/" + agency.id()))
                                        .body(agency));
    }
}
