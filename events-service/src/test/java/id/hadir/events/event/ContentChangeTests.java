package id.hadir.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentChangeTests {

    private static final EventContent FIRST = Events.content(Events.MORNING, Events.HOTEL);
    private static final EventContent LATER =
            FIRST.repeated(
                    FIRST.title() + EventContent.OWN_PART + "Kampanye",
                    Events.MORNING.on(LocalDate.of(2027, 9, 15)));

    private static Schedule moved(Duration start, Duration end) {
        return new Schedule(null, Events.START.plus(start), Events.END.plus(end), TimeZones.WIB);
    }

    private static EventContent later(EventContent after) {
        return new ContentChange(FIRST, after).laidOver(LATER);
    }

    @Test
    void whatWasNotChangedStaysAsItIsThere() {
        assertThat(later(FIRST)).isEqualTo(LATER);
    }

    @Test
    void timesMoveByAsMuchAndTakeAsLong() {
        Schedule to = moved(Duration.ofHours(26), Duration.ofHours(27));
        EventContent later = later(FIRST.moved(to, Events.HOTEL));
        assertThat(later.schedule().startsAt())
                .isEqualTo(LATER.schedule().startsAt().plus(Duration.ofHours(26)));
        assertThat(later.schedule().length()).isEqualTo(Duration.ofHours(4));
        assertThat(later.agenda().getFirst().startsAt()).isEqualTo(later.schedule().startsAt());
    }

    @Test
    void aDayWithoutATimeTakesTheTimeOfDayThatBecameKnown() {
        EventContent undated = Events.content(Events.DAY_ONLY, Events.HOTEL);
        EventContent next = undated.repeated("B", Events.DAY_ONLY.on(LocalDate.of(2027, 8, 18)));
        EventContent timed = undated.moved(Events.MORNING, Events.HOTEL);
        assertThat(new ContentChange(undated, timed).laidOver(next).schedule())
                .isEqualTo(Events.MORNING.on(LocalDate.of(2027, 8, 18)));
    }

    @Test
    void aChangedVenueIsLaidOverTheirsAndTheirTitlesKeepTheirStage() {
        Venue hall = new Venue("Pendopo", null, "33.18", 300);
        EventContent renamed = FIRST.moved(Events.MORNING, hall).repeated("Rakor", Events.MORNING);
        EventContent later = later(renamed);
        assertThat(later.venue()).isEqualTo(hall);
        assertThat(later.title()).isEqualTo("Rakor – Kampanye");
        assertThat(later.schedule()).isEqualTo(LATER.schedule());
        EventContent own = LATER.repeated("Lain sama sekali", LATER.schedule());
        assertThat(new ContentChange(FIRST, renamed).laidOver(own).title()).isEqualTo("Rakor");
    }

    @Test
    void anotherAgendaIsTheirsAtTheSameDistanceFromTheStart() {
        AgendaItem closing = new AgendaItem(Events.END, null, "Penutupan", List.of());
        EventContent after =
                new EventContent(
                        FIRST.type(),
                        FIRST.title(),
                        null,
                        null,
                        List.of(),
                        FIRST.venue(),
                        null,
                        FIRST.schedule(),
                        FIRST.capacity(),
                        FIRST.registration(),
                        List.of(closing));
        assertThat(later(after).agenda())
                .containsExactly(
                        new AgendaItem(LATER.schedule().endsAt(), null, "Penutupan", List.of()));
    }
}
