package id.hadir.events.organise;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.problem.FieldErrors;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventPlaceTests {

    private static EventForm typed(String place) {
        return EventPlace.chosen(
                new EventForm(
                        Map.of(
                                "place", place,
                                "venue.name", "Pendopo",
                                "venue.regionCode", "91.01",
                                "onlineUrl", "https://zoom.example/j/1")));
    }

    @Test
    void theChoiceLeavesOutWhatItHidesAndKeepsTheRegionOfTheHours() {
        assertThat(typed("room").text("venue.name")).isEqualTo("Pendopo");
        assertThat(typed("room").text("onlineUrl")).isEmpty();
        assertThat(typed("online").text("venue.name")).isEmpty();
        assertThat(typed("online").text("onlineUrl")).isNotEmpty();
        assertThat(typed("online").zone().getId()).isEqualTo("Asia/Jayapura");
    }

    @Test
    void bothAndAFormThatDoesNotAskKeepBoth() {
        for (String place : new String[] {"both", "", "elsewhere"}) {
            assertThat(typed(place).text("venue.name")).as(place).isEqualTo("Pendopo");
            assertThat(typed(place).text("onlineUrl")).as(place).isNotEmpty();
        }
    }

    @Test
    void aRequestHasWhatTheChoiceLeaves() {
        EventForm form = new EventForm(Map.of("place", "room", "onlineUrl", "zoom"));
        assertThat(form.toRequest(new FieldErrors()).onlineUrl()).isEmpty();
    }
}
