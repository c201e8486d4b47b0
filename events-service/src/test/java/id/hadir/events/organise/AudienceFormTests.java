package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.invitation.Audience;
import id.hadir.events.unit.UnitKind;
import id.hadir.kit.problem.FieldErrors;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A line of an audience as it was picked. */
class AudienceFormTests {

    @Property
    void whateverIsPickedIsAnAudienceOrTold(
            @ForAll("kinds") String kind, @ForAll("numbers") String seats, @ForAll String region) {
        FieldErrors told = new FieldErrors();
        Optional<Audience> line =
                new AudienceForm(Map.of("kind", kind, "seats", seats, "regionCode", region))
                        .toAudience(told);
        assertThat(line.isPresent()).isEqualTo(told.isEmpty());
        assertThat(line.stream()).allMatch(read -> read.seats() >= 1 && read.seats() <= 1000);
    }

    @Property
    void namesAreTakenOneALineOrTold(@ForAll("kinds") String kind, @ForAll String names) {
        FieldErrors told = new FieldErrors();
        AudienceForm form =
                new AudienceForm(
                        Map.of("kind", kind, "seats", "1", "regionCode", "33.18", "names", names));
        assertThat(form.toNewUnits(told).isPresent()).isEqualTo(told.isEmpty());
        assertThat(form.names()).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    @Property
    void anyNumberOfSeatsWithinBoundsIsTaken(@ForAll @IntRange(min = 1, max = 1000) int seats) {
        FieldErrors none = new FieldErrors();
        Optional<Audience> line =
                new AudienceForm(Map.of("kind", "opd", "seats", " " + seats + " "))
                        .toAudience(none);
        assertThat(line.orElseThrow().seats()).isEqualTo(seats);
    }

    @Provide
    static Arbitrary<String> kinds() {
        return Arbitraries.oneOf(
                Arbitraries.of(Arrays.stream(UnitKind.values()).map(UnitKind::code).toList()),
                Arbitraries.strings().ofMaxLength(8));
    }

    @Provide
    static Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-5, 1100).map(String::valueOf),
                Arbitraries.strings().numeric().ofMaxLength(12),
                Arbitraries.strings().ofMaxLength(5));
    }
}
