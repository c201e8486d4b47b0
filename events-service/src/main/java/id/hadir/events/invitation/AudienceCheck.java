package id.hadir.events.invitation;

import id.hadir.events.region.RegionQueries;
import id.hadir.kit.problem.FieldErrors;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks whether the regions and units that an audience names exist. */
@Component
class AudienceCheck {

    private final RegionQueries regions;
    private final InvitationQueries queries;

    AudienceCheck(RegionQueries regions, InvitationQueries queries) {
        this.regions = regions;
        this.queries = queries;
    }

    /** The audience itself, or 422 with these and all errors found before. */
    Mono<List<Audience>> existence(List<Audience> audience, FieldErrors errors) {
        Set<String> codes =
                audience.stream()
                        .map(Audience::regionCode)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        List<UUID> units = audience.stream().flatMap(line -> line.unitIds().stream()).toList();
        return regions.unknown(codes)
                .zipWith(
                        queries.unknownUnits(units),
                        (unknownCodes, unknownUnits) -> {
                            tell(audience, unknownCodes, unknownUnits, errors);
                            errors.throwIfAny();
                            return audience;
                        });
    }

    private static void tell(
            List<Audience> audience, Set<String> codes, Set<UUID> units, FieldErrors errors) {
        for (int i = 0; i < audience.size(); i++) {
            String line = "audience[" + i + "].";
            String region = audience.get(i).regionCode();
            if (region != null && codes.contains(region)) {
                errors.add(line + "regionCode", "invalid-region-code");
            }
            List<UUID> ids = audience.get(i).unitIds();
            for (int j = 0; j < ids.size(); j++) {
                if (units.contains(ids.get(j)) && !ids.get(j).equals(new UUID(0, 0))) {
                    errors.add(line + "unitIds[" + j + "]", "invalid-id");
                }
            }
        }
    }
}
