package id.hadir.events.region;

import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class RegionApi {

    private final RegionQueries regions;

    RegionApi(RegionQueries regions) {
        this.regions = regions;
    }

    @GetMapping("/api/regions/{code}")
    Mono<Region> region(@PathVariable String code) {
        FieldErrors errors = new FieldErrors();
        String known = RegionCode.parse("code", code, errors);
        return Mono.justOrEmpty(known)
                .flatMap(regions::find)
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** The provinces, or the regions right below {@code parent}. */
    @GetMapping("/api/regions")
    Mono<Listing<Region>> below(@RequestParam @Nullable String parent, PageRequest page) {
        FieldErrors errors = new FieldErrors();
        String code = RegionCode.parse("parent", parent, errors);
        errors.throwIfAny();
        return regions.below(code, page);
    }
}
