package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.hadir.events.invitation.Audience;
import id.hadir.events.invitation.LeftOut;
import id.hadir.events.unit.UnitKind;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
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
                        .picked()
                        .read(told);
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
                        .picked()
                        .read(none);
        assertThat(line.orElseThrow().seats()).isEqualTo(seats);
    }

    @Example
    void linesAreKeptInTheirOrderUntilTheyAreSent() {
        AudienceForm form = adding(picked("opd", "2"));
        form = adding(with(form, "kind", "kecamatan", "inPerson", "on"));
        assertThat(kinds(form)).containsExactly("opd", "kecamatan");
        assertThat(form.picked().text("regionCode")).isEqualTo("36.04");
        assertThat(kinds(with(form, "kind", "kelurahan")))
                .containsExactly("opd", "kecamatan", "kelurahan");
        assertThat(form.toSend().getFirst().text("seats")).isEqualTo("2");
        assertThat(form.toSend().getLast().text("inPerson")).isEqualTo("on");
        assertThat(kinds(form.without(0))).containsExactly("kecamatan");
        assertThat(kinds(form.without(99))).containsExactly("opd", "kecamatan");
    }

    @Example
    void aLineTooManyIsToldAndStaysPicked() {
        AudienceForm form = picked("opd", "1");
        for (int lines = 0; lines < 20; lines++) {
            form = with(adding(form), "kind", "kecamatan");
        }
        FieldErrors errors = new FieldErrors();
        assertThat(form.adding(errors)).isEmpty();
        assertThat(errors.asList())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("kind", "too-many"));
        assertThat(form.withoutPicked().toSend()).hasSize(20);
    }

    @Example
    void exceptionsAreCodesOfRegionsOrNames() {
        AudienceForm form =
                with(picked("kecamatan", "1"), "except", "36.04.07\r\nBaros, Kecamatan Kramatwatu");
        LeftOut out = form.picked().read(new FieldErrors()).orElseThrow().leftOut();
        assertThat(out.regionCodes()).containsExactly("36.04.07");
        assertThat(out.names()).containsExactly("Baros", "Kecamatan Kramatwatu");
    }

    @Example
    void aDeadlineIsReadInTheZoneOfTheEvent() {
        AudienceForm form = with(picked("opd", "1"), "answerBy", "2027-08-09T16:00");
        FieldErrors errors = new FieldErrors();
        assertThat(form.toSending(ZoneId.of("Asia/Jayapura"), errors).orElseThrow().answerBy())
                .isEqualTo("2027-08-09T07:00:00Z");
        AudienceForm wrong = with(picked("opd", "1"), "answerBy", "besok");
        assertThat(wrong.toSending(ZoneId.of("Asia/Jakarta"), errors)).isEmpty();
        assertThat(errors.asList()).extracting(FieldError::field).containsExactly("answerBy");
    }

    private static AudienceForm picked(String kind, String seats) {
        return new AudienceForm(Map.of("kind", kind, "seats", seats, "regionCode", "36.04"));
    }

    private static AudienceForm with(AudienceForm form, String... fields) {
        Map<String, String> values = new HashMap<>(form.values());
        for (int i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        return new AudienceForm(values);
    }

    private static AudienceForm adding(AudienceForm form) {
        return form.adding(new FieldErrors()).orElseThrow();
    }

    private static List<String> kinds(AudienceForm form) {
        return form.toSend().stream().map(line -> line.text("kind")).toList();
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
