package id.hadir.events.agency;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.events.region.RegionCode;
import id.hadir.events.region.RegionQueries;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Enters and finds agencies. */
@Service
public class Agencies {

    /** Open: bawaslu, kpu, bakesbangpol, setda and whoever else invites. */
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final AgencyStore store;
    private final RegionQueries regions;
    private final Audit audit;
    private final TransactionalOperator transaction;

    Agencies(
            AgencyStore store,
            RegionQueries regions,
            Audit audit,
            TransactionalOperator transaction) {
        this.store = store;
        this.regions = regions;
        this.audit = audit;
        this.transaction = transaction;
    }

    public Mono<Agency> find(UUID id) {
        return store.find(id);
    }

    public Mono<Listing<Agency>> list(PageRequest page) {
        return store.list(page);
    }

    public Mono<Agency> add(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String regionCode,
            FieldErrors errors) {
        String checkedName = errors.requiredText("name", name, 200);
        String checkedKind = errors.requiredText("kind", kind, 40);
        if (!checkedKind.isEmpty() && !KIND.matcher(checkedKind).matches()) {
            errors.add("kind", "invalid-choice");
        }
        String region = RegionCode.parse("regionCode", regionCode, errors);
        return regions.isUnknown(regionCode)
                .doOnNext(
                        isUnknown -> {
                            if (isUnknown) {
                                errors.add("regionCode", "invalid-region-code");
                            }
                            errors.throwIfAny();
                        })
                .then(
                        Mono.defer(
                                () ->
                                        add(
                                                new Agency(
                                                        UuidCreator.getTimeOrderedEpoch(),
                                                        checkedName,
                                                        checkedKind,
                                                        region))));
    }

    private Mono<Agency> add(Agency agency) {
        Deed deed =
                Deed.of("agency.entered", "agency", agency.id())
                        .with(Map.of("name", agency.name(), "kind", agency.kind()));
        return store.add(agency).delayUntil(_ -> audit.append(deed)).as(transaction::transactional);
    }
}
