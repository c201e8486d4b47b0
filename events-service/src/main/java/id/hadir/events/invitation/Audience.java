package id.hadir.events.invitation;

import id.hadir.events.body.Body;
import id.hadir.events.naming.Folded;
import id.hadir.events.region.RegionCode;
import id.hadir.events.unit.UnitKind;
import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an audience: all units of a kind in a region, or these units. Of two lines that name
 * a unit, the later one rules.
 *
 * @param kind null when units are named
 * @param regionCode this region and all below it; null is the whole country
 * @param named of those only the ones with these words in their name or their head's title
 * @param unitIds empty when a kind is given
 * @param leftOut of all these, the ones that this line does not mean
 * @param seats how many people each unit may send
 * @param inPerson whether the invited official has to come and may not be represented
 * @param position who in the office is meant, such as "Sekretaris"; null is its head
 */
public record Audience(
        @Nullable UnitKind kind,
        @Nullable String regionCode,
        @Nullable String named,
        List<UUID> unitIds,
        LeftOut leftOut,
        int seats,
        boolean inPerson,
        @Nullable String position) {

    public static final int SEATS_AT_MOST = 1000;
    public static final int POSITION_AT_MOST = 200;
    private static final int LINES_AT_MOST = 100;
    private static final int UNITS_AT_MOST = 5000;
    private static final int WORDS_AT_MOST = 200;

    /** Whether regions and units exist is left to ask. */
    public static List<Audience> read(Body body, FieldErrors errors) {
        List<Body> lines = body.objects("audience");
        if (lines.isEmpty() && errors.isEmpty()) {
            errors.add("audience", "required");
        }
        if (lines.size() > LINES_AT_MOST) {
            errors.add("audience", "too-many", LINES_AT_MOST);
        }
        return lines.stream().map(line -> line(line, errors)).toList();
    }

    private static Audience line(Body line, FieldErrors errors) {
        String code = line.text("kind");
        UnitKind kind = UnitKind.ofCode(code).orElse(null);
        boolean namesUnits = line.has("unitIds");
        if (!line.has("kind") && !namesUnits) {
            errors.add(line.at("kind"), "required");
        } else if (kind == null && code != null) {
            errors.add(line.at("kind"), "invalid-choice");
        } else if (kind != null && namesUnits) {
            errors.add(line.at("unitIds"), "either-kind-or-units");
        }
        if (namesUnits && line.texts("unitIds").isEmpty()) {
            errors.add(line.at("unitIds"), "required");
        }
        String region = RegionCode.parse(line.at("regionCode"), line.text("regionCode"), errors);
        Integer seats = line.integer("seats");
        if (seats != null && (seats < 1 || seats > SEATS_AT_MOST)) {
            errors.add(line.at("seats"), "out-of-range", 1, SEATS_AT_MOST);
        }
        return new Audience(
                kind,
                region,
                words(line, errors),
                unitIds(line, errors),
                LeftOut.read(line.object("except"), errors),
                seats == null ? 1 : seats,
                Boolean.TRUE.equals(line.flag("inPerson")),
                errors.optionalText(line.at("position"), line.text("position"), POSITION_AT_MOST));
    }

    private static @Nullable String words(Body line, FieldErrors errors) {
        String words = errors.optionalText(line.at("q"), line.text("q"), WORDS_AT_MOST);
        if (words != null && Folded.words(words).isEmpty()) {
            errors.add(line.at("q"), "nothing-to-find");
        }
        return words;
    }

    static List<UUID> unitIds(Body body, FieldErrors errors) {
        List<String> texts = body.texts("unitIds");
        if (texts.size() > UNITS_AT_MOST) {
            errors.add(body.at("unitIds"), "too-many", UNITS_AT_MOST);
        }
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Optional<UUID> id = PathId.parse(texts.get(i));
            if (id.isEmpty()) {
                errors.add(body.at("unitIds") + "[" + i + "]", "invalid-id");
            }
            ids.add(id.orElse(new UUID(0, 0))); // keeps the places of those that follow
        }
        return ids;
    }
}
