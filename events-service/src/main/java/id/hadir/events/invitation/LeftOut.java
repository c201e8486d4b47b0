package id.hadir.events.invitation;

import id.hadir.events.body.Body;
import id.hadir.events.naming.Folded;
import id.hadir.events.region.RegionCode;
import id.hadir.events.unit.UnitKind;
import id.hadir.kit.problem.FieldErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units that a line of an audience would reach and leaves out.
 *
 * @param regionCodes these regions and all below them
 * @param names words that are in the unit's name or its head's title
 */
public record LeftOut(
        List<UUID> unitIds, List<UnitKind> kinds, List<String> regionCodes, List<String> names) {

    public static final LeftOut NOBODY = new LeftOut(List.of(), List.of(), List.of(), List.of());

    public static final int NAMES_AT_MOST = 100;
    private static final int NAME_AT_MOST = 200;

    static LeftOut read(@Nullable Body body, FieldErrors errors) {
        if (body == null) {
            return NOBODY;
        }
        return new LeftOut(
                Audience.unitIds(body, errors),
                kinds(body, errors),
                regions(body, errors),
                names(body, errors));
    }

    private static List<UnitKind> kinds(Body body, FieldErrors errors) {
        List<String> codes = body.texts("kinds");
        List<UnitKind> kinds = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            Optional<UnitKind> kind = UnitKind.ofCode(codes.get(i));
            if (kind.isEmpty()) {
                errors.add(body.at("kinds") + "[" + i + "]", "invalid-choice");
            }
            kind.ifPresent(kinds::add);
        }
        return kinds;
    }

    private static List<String> regions(Body body, FieldErrors errors) {
        List<String> codes = body.texts("regionCodes");
        if (codes.size() > NAMES_AT_MOST) {
            errors.add(body.at("regionCodes"), "too-many", NAMES_AT_MOST);
        }
        List<String> regions = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            String field = body.at("regionCodes") + "[" + i + "]";
            String code = RegionCode.parse(field, codes.get(i), errors);
            if (code == null && codes.get(i).isBlank()) {
                errors.add(field, "required");
            }
            regions.add(code == null ? "" : code); // keeps the places of those that follow
        }
        return regions;
    }

    private static List<String> names(Body body, FieldErrors errors) {
        List<String> names = body.texts("names");
        if (names.size() > NAMES_AT_MOST) {
            errors.add(body.at("names"), "too-many", NAMES_AT_MOST);
        }
        for (int i = 0; i < names.size(); i++) {
            errors.requiredText(body.at("names") + "[" + i + "]", names.get(i), NAME_AT_MOST);
            if (Folded.words(names.get(i)).isEmpty() && !names.get(i).isBlank()) {
                errors.add(body.at("names") + "[" + i + "]", "nothing-to-find");
            }
        }
        return names;
    }
}
