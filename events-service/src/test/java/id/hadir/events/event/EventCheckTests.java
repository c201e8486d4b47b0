package id.hadir.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.body.Body;
import id.hadir.kit.problem.FieldErrors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class EventCheckTests {

    private static final JsonMapper json = JsonMapper.shared();

    private final FieldErrors errors = new FieldErrors();

    @Nullable EventContent check(Map<String, ?> request) {
        Body body = Body.of(json.valueToTree(request), errors);
        return EventCheck.content(EventRequest.read(body), "35.71", errors);
    }

    List<String> told() {
        return errors.asList().stream().map(error -> error.field() + " " + error.code()).toList();
    }

    @Test
    void titleAndTypeAreEnoughForADraft() {
        EventContent content = check(Map.of("type", "rakor", "title", " Rakor "));
        assertThat(told()).isEmpty();
        assertThat(content).isNotNull();
        assertThat(content.title()).isEqualTo("Rakor");
        assertThat(content.registration())
                .isEqualTo(new RegistrationRules(RegistrationMode.INVITED, null, null, true));
        assertThat(content.schedule().timeZone()).isEqualTo(TimeZones.WIB);
    }

    @Test
    void everyWrongFieldIsToldAtOnce() {
        check(
                Map.of(
                        "type",
                        "pesta",
                        "title",
                        7,
                        "capacity",
                        0,
                        "startsAt",
                        "2027-08-11T09:00:00",
                        "timeZone",
                        "Europe/Berlin",
                        "onlineUrl",
                        "javascript:alert(1)",
                        "venue",
                        Map.of("regionCode", "33.1", "capacity", "many"),
                        "registration",
                        Map.of("mode", "vip", "waitlist", "yes"),
                        "agenda",
                        List.of(Map.of("speakers", List.of(Map.of("role", "singer")))),
                        "coOrganisers",
                        List.of("KPU", 5)));
        assertThat(told())
                .contains(
                        "type invalid-choice",
                        "title invalid-type",
                        "capacity out-of-range",
                        "startsAt invalid-date-time",
                        "timeZone invalid-choice",
                        "onlineUrl invalid-url",
                        "venue.regionCode invalid-region-code",
                        "venue.capacity invalid-type",
                        "registration.mode invalid-choice",
                        "registration.waitlist invalid-type",
                        "agenda[0].title required",
                        "agenda[0].speakers[0].name required",
                        "agenda[0].speakers[0].role invalid-choice",
                        "coOrganisers[1] invalid-type")
                .doesNotContain("title required");
    }

    @Test
    void theEndComesAfterTheStart() {
        check(
                Map.of(
                        "type", "rakor",
                        "title", "x",
                        "startsAt", "2027-08-11T09:00:00+07:00",
                        "endsAt", "2027-08-11T09:00:00+07:00"));
        assertThat(told()).containsExactly("endsAt end-before-start");
    }

    @Test
    void aDateThatIsNotTheDayOfTheStartIsAnError() {
        check(
                Map.of(
                        "type", "rakor",
                        "title", "x",
                        "date", "2027-08-12",
                        "startsAt", "2027-08-11T09:00:00+07:00"));
        assertThat(told()).containsExactly("date date-mismatch");
    }

    @ParameterizedTest
    @CsvSource({"Kamis, weekday weekday-mismatch", "Pahing, weekday invalid-choice"})
    void aWeekdayThatIsNotTheDatesIsAnError(String weekday, String told) {
        check(
                Map.of(
                        "type", "rakor",
                        "title", "x",
                        "weekday", weekday,
                        "startsAt", "2027-08-11T09:00:00+07:00"));
        assertThat(told()).containsExactly(told);
    }

    @Test
    void nulAndLoneSurrogatesAreRefused() {
        check(Map.of("type", "rakor", "title", "a\0b", "theme", "\ud800"));
        assertThat(told()).containsExactly("title control-character", "theme control-character");
    }

    @ParameterizedTest
    @CsvSource({
        "33.18, Asia/Jakarta",
        "61, Asia/Pontianak",
        "51.71, Asia/Makassar",
        "76, Asia/Makassar",
        "91.03.01.3007, Asia/Jayapura",
        "96, Asia/Jayapura"
    })
    void theVenueProposesTheZone(String region, String zone) {
        EventContent content =
                check(
                        Map.of(
                                "type", "rakor",
                                "title", "x",
                                "venue", Map.of("name", "Aula", "regionCode", region)));
        assertThat(content).isNotNull();
        assertThat(content.schedule().timeZone().getId()).isEqualTo(zone);
    }

    @Test
    void timesComeBackWithTheOffsetOfTheZone() {
        Instant start = Instant.parse("2027-08-11T02:00:00Z");
        assertThat(Times.text(start, TimeZones.WIT)).isEqualTo("2027-08-11T11:00:00+09:00");
    }
}
