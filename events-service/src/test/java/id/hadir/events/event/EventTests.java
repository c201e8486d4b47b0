package id.hadir.events.event;

import static id.hadir.events.event.Events.AFTER;
import static id.hadir.events.event.Events.BEFORE;
import static id.hadir.events.event.Events.DAY_ONLY;
import static id.hadir.events.event.Events.END;
import static id.hadir.events.event.Events.HOTEL;
import static id.hadir.events.event.Events.MORNING;
import static id.hadir.events.event.Events.START;
import static id.hadir.events.event.Events.UNKNOWN;
import static id.hadir.events.event.Events.changed;
import static id.hadir.events.event.Events.content;
import static id.hadir.events.event.Events.draft;
import static id.hadir.events.event.Events.published;
import static id.hadir.events.event.Events.withLink;
import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.event.Event.Outcome;
import id.hadir.events.event.Event.Outcome.Refused;
import id.hadir.events.event.Event.Outcome.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTests {

    private static final Schedule NEXT_DAY =
            new Schedule(
                    null,
                    START.plus(Duration.ofDays(1)),
                    END.plus(Duration.ofDays(1)),
                    TimeZones.WIB);

    @Test
    void aDraftWithTimeAndPlaceIsPublished() {
        assertThat(published().status()).isEqualTo(EventStatus.PUBLISHED);
        assertThat(published().version()).isEqualTo(draft().version() + 1);
    }

    @Test
    void publishingAgainChangesNothing() {
        assertThat(published().publish(BEFORE)).isEqualTo(new Unchanged(published()));
    }

    @Test
    void aPublishedEventIsNotMovedToAPlaceThatNobodyFinds() {
        Venue somewhere = new Venue(null, null, "33.18", null);
        assertThat(published().reschedule(NEXT_DAY, somewhere, "Penuh", BEFORE))
                .isEqualTo(new Refused("incomplete", List.of("venue")));
        assertThat(changed(draft().reschedule(NEXT_DAY, somewhere, "Penuh", BEFORE)).content())
                .extracting(EventContent::venue)
                .isEqualTo(somewhere);
    }

    @Test
    void onlyADraftThatWasNeverPublishedIsUnannouncedWhenCancelled() {
        assertThat(changed(draft().cancel("Banjir", BEFORE)).announced()).isFalse();
        assertThat(changed(published().cancel("Banjir", BEFORE)).announced()).isTrue();
    }

    @Test
    void publishingNamesWhatIsMissing() {
        assertThat(draft(UNKNOWN, null).publish(BEFORE))
                .isEqualTo(new Refused("incomplete", List.of("startsAt", "venue")));
    }

    @Test
    void aDayAndAnAddressAreEnoughToPublish() {
        Venue restaurant = new Venue(null, "salah satu resto di Kota Kediri", "35.71", null);
        Event event = changed(draft(DAY_ONLY, restaurant).publish(BEFORE));
        assertThat(event.content().missing())
                .containsExactly("startTime", "venue.name", "venue.capacity");
    }

    @Test
    void itIsCompletedFromItsEndOn() {
        assertThat(published().statusAt(END.minusMillis(1))).isEqualTo(EventStatus.PUBLISHED);
        assertThat(published().statusAt(END)).isEqualTo(EventStatus.COMPLETED);
        assertThat(draft().statusAt(AFTER)).isEqualTo(EventStatus.DRAFT);
    }

    @Test
    void withoutAnEndItIsOverWithItsLocalDay() {
        Schedule untilDone = new Schedule(null, START, null, TimeZones.WIT);
        assertThat(untilDone.ends()).isEqualTo(Instant.parse("2027-08-11T15:00:00Z"));
        assertThat(DAY_ONLY.ends()).isEqualTo(Instant.parse("2027-08-11T17:00:00Z"));
        assertThat(DAY_ONLY.begins()).isEqualTo(Instant.parse("2027-08-10T17:00:00Z"));
    }

    @Test
    void aMoveKeepsTheEarlierScheduleAndMovesTheAgenda() {
        Event moved = changed(published().reschedule(NEXT_DAY, HOTEL, "Bentrok", BEFORE));
        assertThat(moved.history())
                .containsExactly(new ScheduleChange(MORNING, HOTEL, "Bentrok", BEFORE));
        assertThat(moved.scheduleVersion()).isEqualTo(published().scheduleVersion() + 1);
        assertThat(moved.content().agenda().getFirst().startsAt()).isEqualTo(NEXT_DAY.startsAt());
    }

    @Test
    void aMoveToWhereItIsChangesNothing() {
        assertThat(published().reschedule(MORNING, HOTEL, "Lagi", BEFORE))
                .isEqualTo(new Unchanged(published()));
    }

    @Test
    void anEditThatMovesAPublishedEventIsToldInItsHistory() {
        EventContent to = content(NEXT_DAY, HOTEL);
        assertThat(changed(published().edit(published().agency(), to, BEFORE)).history())
                .hasSize(1);
        assertThat(changed(draft().edit(draft().agency(), to, BEFORE)).history()).isEmpty();
    }

    @Test
    void anEditOfWordsMovesNothing() {
        EventContent same = content(MORNING, HOTEL);
        Event edited = changed(published().edit(published().agency(), same, BEFORE));
        assertThat(edited.history()).isEmpty();
        assertThat(edited.scheduleVersion()).isEqualTo(published().scheduleVersion());
        assertThat(edited.version()).isEqualTo(published().version() + 1);
    }

    @Test
    void aRoomForMoreIsNoOtherPlace() {
        Venue larger = new Venue(HOTEL.name(), HOTEL.address(), HOTEL.regionCode(), 600);
        List<Outcome> both =
                List.of(
                        published().edit(published().agency(), content(MORNING, larger), BEFORE),
                        published().reschedule(MORNING, larger, "Aula", BEFORE));
        assertThat(both)
                .extracting(Events::changed)
                .allSatisfy(
                        event -> {
                            assertThat(event.content().venue()).isEqualTo(larger);
                            assertThat(event.history()).isEmpty();
                            assertThat(event.scheduleVersion())
                                    .isEqualTo(published().scheduleVersion());
                        });
    }

    @Test
    void theSameRoomInAnotherRegencyIsAnotherPlaceAndALargerRoomIsNot() {
        Venue elsewhere = new Venue(HOTEL.name(), HOTEL.address(), "33.19", HOTEL.capacity());
        Venue larger = new Venue(HOTEL.name(), HOTEL.address(), HOTEL.regionCode(), 900);
        assertThat(edited(content(MORNING, elsewhere)).hasMovedSince(published())).isTrue();
        assertThat(edited(content(MORNING, larger)).hasMovedSince(published())).isFalse();
    }

    @Test
    void anotherLinkMovesWhoComesOnlineAndIsNoEarlierSchedule() {
        Event edited = edited(withLink(content(MORNING, HOTEL), "https://rapat.example.go.id/2"));
        assertThat(edited.hasMovedSince(published())).isTrue();
        assertThat(edited.scheduleVersion()).isEqualTo(published().scheduleVersion() + 1);
        assertThat(edited.history()).isEmpty();
    }

    private static Event edited(EventContent to) {
        return changed(published().edit(published().agency(), to, BEFORE));
    }

    @Test
    void whatIsPublishedStaysComplete() {
        assertThat(published().edit(published().agency(), content(MORNING, null), BEFORE))
                .isEqualTo(new Refused("incomplete", List.of("venue")));
    }

    @Test
    void whatIsOverIsNotChangedAnyMore() {
        Refused ended = new Refused("event-ended");
        assertThat(published().edit(published().agency(), content(NEXT_DAY, HOTEL), END))
                .isEqualTo(ended);
        assertThat(published().reschedule(NEXT_DAY, HOTEL, "Terlambat", END)).isEqualTo(ended);
        assertThat(published().cancel("Terlambat", END)).isEqualTo(ended);
    }

    @Test
    void draftAndPublishedAreCancelledWithTheirReason() {
        for (Event event : List.of(draft(), published())) {
            Event cancelled = changed(event.cancel("Banjir", BEFORE));
            assertThat(cancelled.status()).isEqualTo(EventStatus.CANCELLED);
            assertThat(cancelled.cancelReason()).isEqualTo("Banjir");
            assertThat(cancelled.scheduleVersion()).isGreaterThan(event.scheduleVersion());
            assertThat(cancelled.statusAt(AFTER)).isEqualTo(EventStatus.CANCELLED);
        }
    }

    @Test
    void whatIsCancelledStaysSo() {
        Event cancelled = changed(published().cancel("Banjir", BEFORE));
        Refused refused = new Refused("event-cancelled");
        assertThat(cancelled.cancel("Lagi", BEFORE)).isEqualTo(new Unchanged(cancelled));
        assertThat(cancelled.publish(BEFORE)).isEqualTo(refused);
        assertThat(cancelled.reschedule(NEXT_DAY, HOTEL, "Surut", BEFORE)).isEqualTo(refused);
        assertThat(cancelled.edit(cancelled.agency(), content(NEXT_DAY, HOTEL), BEFORE))
                .isEqualTo(refused);
    }
}
