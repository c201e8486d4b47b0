package id.hadir.attendance.privacy;

import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One person's data, for admins. Who is meant stands in the body: an address is kept in logs. */
@RestController
@RequestMapping("/api/people")
class PeopleApi {

    private final People people;

    PeopleApi(People people) {
        this.people = people;
    }

    record ExportRequest(@Nullable List<@Nullable String> registrationIds) {}

    record Export(List<StoredData> items) {}

    record Erased(int erased) {}

    @PostMapping("/search")
    Mono<Listing<People.Hit>> search(@RequestBody PersonAsked asked, PageRequest page) {
        return people.search(asked, page);
    }

    @PostMapping("/export")
    Mono<Export> export(Actor actor, @RequestBody ExportRequest request) {
        return Mono.fromSupplier(() -> ids(request))
                .flatMap(ids -> people.export(actor, ids))
                .map(Export::new);
    }

    @PostMapping("/erase")
    Mono<Erased> erase(Actor actor, @RequestBody EraseRequest request) {
        return Mono.fromSupplier(request::read)
                .flatMap(wish -> people.erase(actor, wish))
                .map(Erased::new);
    }

    private static List<UUID> ids(ExportRequest request) {
        FieldErrors errors = new FieldErrors();
        List<UUID> ids = EraseRequest.ids(request.registrationIds(), errors);
        errors.throwIfAny();
        return ids;
    }
}
