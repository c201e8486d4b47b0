package id.hadir.events.organise;

import id.hadir.events.invitation.Audience;
import id.hadir.events.invitation.LeftOut;
import id.hadir.events.naming.Folded;
import id.hadir.events.region.RegionCode;
import id.hadir.events.unit.UnitKind;
import id.hadir.kit.problem.FieldErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of an audience as it was picked.
 *
 * @param prefix of its fields in the form, such as {@code lines[0].}; empty for the one that is
 *     being picked
 */
record TypedAudience(String prefix, Map<String, String> values) {

    /** All fields of a line; of them only the kind is needed. */
    static final List<String> FIELDS =
            List.of("kind", "regionCode", "q", "seats", "inPerson", "position", "except");

    /** Empty when something is wrong and an error was added. */
    Optional<Audience> read(FieldErrors errors) {
        FieldErrors wrong = new FieldErrors();
        Optional<UnitKind> kind = UnitKind.ofCode(text("kind"));
        if (kind.isEmpty()) {
            wrong.add(prefix + "kind", "required");
        }
        String seats = text("seats");
        int number = seats.matches("[0-9]{1,4}") ? Integer.parseInt(seats) : 0;
        if (number < 1 || number > Audience.SEATS_AT_MOST) {
            wrong.add(prefix + "seats", "out-of-range", 1, Audience.SEATS_AT_MOST);
        }
        String region = RegionCode.parse(prefix + "regionCode", text("regionCode"), wrong);
        String named = wrong.optionalText(prefix + "q", text("q"), Audience.POSITION_AT_MOST);
        if (named != null && Folded.words(named).isEmpty()) {
            wrong.add(prefix + "q", "nothing-to-find");
        }
        String position =
                wrong.optionalText(
                        prefix + "position", text("position"), Audience.POSITION_AT_MOST);
        LeftOut leftOut = leftOut(wrong);
        wrong.asList()
                .forEach(error -> errors.add(error.field(), error.code(), error.args().toArray()));
        return wrong.isEmpty()
                ? kind.map(
                        known ->
                                new Audience(
                                        known,
                                        region,
                                        named,
                                        List.of(),
                                        leftOut,
                                        number,
                                        !text("inPerson").isEmpty(),
                                        position))
                : Optional.empty();
    }

    /** A name or the code of a region in each line, or between commas. */
    private LeftOut leftOut(FieldErrors wrong) {
        List<String> typed =
                Stream.of(text("except").split("[\\n,;]"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        if (typed.size() > LeftOut.NAMES_AT_MOST) {
            wrong.add(prefix + "except", "too-many", LeftOut.NAMES_AT_MOST);
        }
        List<String> regions = typed.stream().filter(TypedAudience::isRegion).toList();
        List<String> names = typed.stream().filter(name -> !isRegion(name)).toList();
        names.stream()
                .filter(name -> Folded.words(name).isEmpty())
                .findFirst()
                .ifPresent(_ -> wrong.add(prefix + "except", "nothing-to-find"));
        return new LeftOut(List.of(), List.of(), regions, names);
    }

    private static boolean isRegion(String typed) {
        FieldErrors none = new FieldErrors();
        return RegionCode.parse("", typed, none) != null;
    }

    String text(String field) {
        return values.getOrDefault(prefix + field, "").strip();
    }
}
