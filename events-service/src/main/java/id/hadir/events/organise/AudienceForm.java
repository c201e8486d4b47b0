package id.hadir.events.organise;

import id.hadir.events.invitation.Audience;
import id.hadir.events.unit.UnitKind;
import id.hadir.kit.problem.FieldErrors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** One line of an audience as it was picked: all units of a kind in a region. */
record AudienceForm(Map<String, String> values) {

    static final String REGION = "regionCode";
    private static final int SEATS_AT_MOST = 1000;
    private static final int NAMES_AT_MOST = 100;
    private static final int NAME_AT_MOST = 200;

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

    /** As {@link #toAudience}, of a kind whose units organisers enter, with at least one name. */
    Optional<Audience> toNewUnits(FieldErrors errors) {
        Optional<Audience> line = toAudience(errors);
        if (names().isEmpty() || names().size() > NAMES_AT_MOST) {
            errors.add("names", names().isEmpty() ? "required" : "too-many", NAMES_AT_MOST);
        }
        if (names().stream().anyMatch(name -> name.length() > NAME_AT_MOST)) {
            errors.add("names", "too-long", NAME_AT_MOST);
        }
        line.ifPresent(known -> refuseTerritorial(known, errors));
        return errors.isEmpty() ? line : Optional.empty();
    }

    /** A region has its kecamatan and villages from the start. */
    private static void refuseTerritorial(Audience line, FieldErrors errors) {
        if (line.kind() != UnitKind.OPD && line.kind() != UnitKind.INSTANSI) {
            errors.add("kind", "not-entered-by-hand");
        }
        if (line.kind() == UnitKind.OPD && line.regionCode() == null) {
            errors.add(REGION, "required");
        }
    }

    Audience named(Audience line, List<UUID> ids) {
        return new Audience(null, null, ids, line.seats(), line.inPerson());
    }

    /** One a line. */
    List<String> names() {
        return values.getOrDefault("names", "")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Which button was pressed; empty for the one that invites. */
    String button() {
        return values.getOrDefault("lanjut", "");
    }

    /** The kind picked, of a form that has passed its checks. */
    UnitKind kind() {
        return UnitKind.ofCode(values.get("kind")).orElseThrow();
    }

    String region() {
        return values.getOrDefault(REGION, "");
    }
}
