package id.hadir.events.organise;

import id.hadir.events.invitation.Audience;
import id.hadir.events.invitation.LeftOut;
import id.hadir.events.invitation.Sending;
import id.hadir.events.unit.UnitKind;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Rfc3339;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * An audience as it was picked: the lines that were added so far, and the one that is being picked,
 * which counts as the last of them as soon as it has a kind.
 */
record AudienceForm(Map<String, String> values) {

    static final String REGION = "regionCode";
    static final String ANSWER_BY = "answerBy";
    private static final int LINES_AT_MOST = 20;
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
    Optional<Sending> toSending(ZoneId zone, FieldErrors errors) {
        List<Optional<Audience>> lines = toSend().stream().map(line -> line.read(errors)).toList();
        Instant answerBy = answerBy(zone, errors);
        return errors.isEmpty()
                ? Optional.of(
                        new Sending(lines.stream().flatMap(Optional::stream).toList(), answerBy))
                : Optional.empty();
    }

    /** Null when none was typed, or when it is wrong and an error was added. */
    @Nullable Instant answerBy(ZoneId zone, FieldErrors errors) {
        String text = TypedTime.instant(ANSWER_BY, text(ANSWER_BY), zone, errors);
        return Rfc3339.parse(ANSWER_BY, text, errors);
    }

    /** The lines in the order in which they are sent. */
    List<TypedAudience> toSend() {
        List<TypedAudience> added = added();
        return added.isEmpty() || !picked().text("kind").isEmpty()
                ? Stream.concat(added.stream(), Stream.of(picked())).toList()
                : added;
    }

    /** The lines that were added so far. */
    List<TypedAudience> added() {
        List<TypedAudience> lines = new ArrayList<>();
        while (lines.size() < LINES_AT_MOST && values.containsKey(kindOf(lines.size()))) {
            lines.add(new TypedAudience(prefix(lines.size()), values));
        }
        return lines;
    }

    TypedAudience picked() {
        return new TypedAudience("", values);
    }

    /**
     * With the line that is being picked among those added, and a blank one in the same region;
     * empty when something is wrong and an error was added.
     */
    Optional<AudienceForm> adding(FieldErrors errors) {
        List<TypedAudience> lines = added();
        if (lines.size() == LINES_AT_MOST) {
            errors.add("kind", "too-many", LINES_AT_MOST);
        }
        return picked().read(errors).isPresent() && errors.isEmpty()
                ? Optional.of(
                        blankAfter(Stream.concat(lines.stream(), Stream.of(picked())).toList()))
                : Optional.empty();
    }

    /** With the lines that were added, and a blank one in the same region. */
    AudienceForm withoutPicked() {
        return blankAfter(added());
    }

    private AudienceForm blankAfter(List<TypedAudience> lines) {
        Map<String, String> kept = of(lines);
        kept.put("seats", "1");
        kept.put(REGION, region());
        return new AudienceForm(kept);
    }

    AudienceForm without(int line) {
        List<TypedAudience> lines = new ArrayList<>(added());
        if (line < lines.size()) {
            lines.remove(line);
        }
        Map<String, String> kept = of(lines);
        TypedAudience.FIELDS.forEach(field -> kept.put(field, picked().text(field)));
        kept.values().removeIf(String::isEmpty);
        return new AudienceForm(kept);
    }

    private Map<String, String> of(List<TypedAudience> lines) {
        Map<String, String> kept = new HashMap<>();
        kept.put(ANSWER_BY, text(ANSWER_BY));
        for (int i = 0; i < lines.size(); i++) {
            for (String field : TypedAudience.FIELDS) {
                kept.put(prefix(i) + field, lines.get(i).text(field));
            }
        }
        return kept;
    }

    private static String prefix(int line) {
        return "lines[" + line + "].";
    }

    private static String kindOf(int line) {
        return prefix(line) + "kind";
    }

    /** Of a kind whose units organisers enter, with at least one name. */
    Optional<Audience> toNewUnits(FieldErrors errors) {
        Optional<Audience> line = picked().read(errors);
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
        return new Audience(
                null,
                null,
                null,
                ids,
                LeftOut.NOBODY,
                line.seats(),
                line.inPerson(),
                line.position());
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
        return text(REGION);
    }

    private String text(String field) {
        return values.getOrDefault(field, "").strip();
    }
}
