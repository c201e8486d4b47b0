package id.hadir.events.invitation;

import id.hadir.events.invitation.AudienceQueries.IdleName;
import id.hadir.events.region.RegionQueries;
import id.hadir.kit.problem.FieldErrors;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks whether the regions and units that an audience names exist. */
@Component
class AudienceCheck {

    /** Stands for an id whose form was wrong, which has been told. */
    private static final UUID NO_ID = new UUID(0, 0);

    private final RegionQueries regions;
    private final InvitationQueries queries;
    private final AudienceQueries counts;

    AudienceCheck(RegionQueries regions, InvitationQueries queries, AudienceQueries counts) {
        this.regions = regions;
        this.queries = queries;
        this.counts = counts;
    }

    /** The audience itself, or 422 with these and all errors found before. */
    Mono<List<Audience>> existence(List<Audience> audience, FieldErrors errors) {
        Set<String> codes =
                audience.stream().flatMap(AudienceCheck::regions).collect(Collectors.toSet());
        List<UUID> units = audience.stream().flatMap(AudienceCheck::units).toList();
        return Mono.zip(
                        regions.unknown(codes),
                        queries.unknownUnits(units),
                        counts.idleNames(audience))
                .map(
                        found -> {
                            tell(audience, found.getT1(), found.getT2(), errors);
                            tellIdle(audience, found.getT3(), errors);
                            errors.throwIfAny();
                            return audience;
                        });
    }

    private static Stream<String> regions(Audience line) {
        return Stream.concat(
                        Stream.ofNullable(line.regionCode()), line.leftOut().regionCodes().stream())
                .filter(code -> !code.isEmpty());
    }

    private static Stream<UUID> units(Audience line) {
        return Stream.concat(line.unitIds().stream(), line.leftOut().unitIds().stream());
    }

    private static void tell(
            List<Audience> audience, Set<String> codes, Set<UUID> units, FieldErrors errors) {
        for (int i = 0; i < audience.size(); i++) {
            String line = "audience[" + i + "].";
            Audience told = audience.get(i);
            if (told.regionCode() != null && codes.contains(told.regionCode())) {
                errors.add(line + "regionCode", "invalid-region-code");
            }
            tell(line + "except.regionCodes", told.leftOut().regionCodes(), codes, errors);
            tell(line + "unitIds", told.unitIds(), units, errors);
            tell(line + "except.unitIds", told.leftOut().unitIds(), units, errors);
        }
    }

    private static <T> void tell(String field, List<T> values, Set<T> unknown, FieldErrors errors) {
        for (int j = 0; j < values.size(); j++) {
            T value = values.get(j);
            if (unknown.contains(value) && !NO_ID.equals(value)) {
                errors.add(
                        field + "[" + j + "]",
                        value instanceof UUID ? "invalid-id" : "invalid-region-code");
            }
        }
    }

    private static void tellIdle(List<Audience> audience, Set<IdleName> idle, FieldErrors errors) {
        for (int i = 0; i < audience.size(); i++) {
            List<String> names = audience.get(i).leftOut().names();
            for (int j = 0; j < names.size(); j++) {
                if (idle.contains(new IdleName(i, AudienceTable.pattern(names.get(j))))) {
                    errors.add(
                            "audience[" + i + "].except.names[" + j + "]",
                            "nobody-left-out",
                            names.get(j));
                }
            }
        }
    }
}
