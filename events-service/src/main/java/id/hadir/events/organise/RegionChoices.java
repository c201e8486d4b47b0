package id.hadir.events.organise;

import id.hadir.events.region.Region;
import id.hadir.events.region.RegionQueries;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what can be chosen next. */
@Component
public class RegionChoices {

    private static final int PROVINCE = 2;
    private static final int REGENCY = 5;

    private final RegionQueries regions;

    RegionChoices(RegionQueries regions) {
        this.regions = regions;
    }

    public Mono<RegionChoice> of(String field, String code) {
        return Mono.zip(below(null), belowPart(code, PROVINCE), belowPart(code, REGENCY))
                .map(
                        steps ->
                                new RegionChoice(
                                        field, code, steps.getT1(), steps.getT2(), steps.getT3()));
    }

    /** The names of the venues' regions by their codes. */
    Mono<Map<String, String>> names(EventForm... forms) {
        return regions.names(
                Stream.of(forms).map(form -> form.text(EventForm.REGION)).distinct().toList());
    }

    private Mono<List<Region>> belowPart(String code, int length) {
        return code.length() < length ? Mono.just(List.of()) : below(code.substring(0, length));
    }

    private Mono<List<Region>> below(@Nullable String code) {
        return regions.below(code, PageRequest.first(PageRequest.MOST)).map(Listing::items);
    }
}
