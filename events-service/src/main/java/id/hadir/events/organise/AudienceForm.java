package id.hadir.events.organise;

import id.hadir.events.invitation.Audience;
import id.hadir.events.unit.UnitKind;
import id.hadir.kit.problem.FieldErrors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** One line of an audience as it was picked: all units of a kind in a region. */
record AudienceForm(Map<String, String> values) {

    static final String REGION = "regionCode";
    private static final int SEATS_AT_MOST = 1000;

    static AudienceForm typed(MultiValueMap<String, String> form) {
        Map<String, String> values = new HashMap<>(form.toSingleValueMap());
        values.put(REGION, RegionChoice.typed(REGION, form));
        return new AudienceForm(values);
    }

    /** One seat each, in the region that the agency is responsible for. */
    static AudienceForm blank(@Nullable String agencyRegion) {
        return new AudienceForm(
                Map.of("seats", "1", REGION, agencyRegion == null ? "" : agencyRegion));
    }

    /** Empty when something is wrong and an error was added. */
    Optional<Audience> toAudience(FieldErrors errors) {
        Optional<UnitKind> kind = UnitKind.ofCode(values.get("kind"));
        if (kind.isEmpty()) {
            errors.add("kind", "required");
        }
        String seats = values.getOrDefault("seats", "").strip();
        int number = seats.matches("[0-9]{1,4}") ? Integer.parseInt(seats) : 0;
        if (number < 1 || number > SEATS_AT_MOST) {
            errors.add("seats", "out-of-range", 1, SEATS_AT_MOST);
        }
        String region = region();
        return errors.isEmpty()
                ? kind.map(
                        known ->
                                new Audience(
                                        known,
                                        region.isEmpty() ? null : region,
                                        List.of(),
                                        number,
                                        values.containsKey("inPerson")))
                : Optional.empty();
    }

    String region() {
        return values.getOrDefault(REGION, "");
    }
}
