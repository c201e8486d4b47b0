package id.hadir.events.event;

import id.hadir.events.agency.Agency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events for tests of the domain. */
final class Events {

    static final Instant START = Instant.parse("2027-08-11T02:00:00Z");
    static final Instant END = Instant.parse("2027-08-11T05:00:00Z");
    static final Instant BEFORE = Instant.parse("2027-08-01T00:00:00Z");
    static final Instant AFTER = Instant.parse("2027-08-12T00:00:00Z");
    static final Agency KPU_PATI = new Agency(new UUID(1, 1), "KPU Kabupaten Pati", "kpu", "33.18");
    static final Venue HOTEL = new Venue("Hotel New Merdeka", null, "33.18", 500);
    static final Schedule MORNING = new Schedule(null, START, END, TimeZones.WIB);
    static final Schedule DAY_ONLY =
            new Schedule(LocalDate.of(2027, 8, 11), null, null, TimeZones.WIB);
    static final Schedule UNKNOWN = new Schedule(null, null, null, TimeZones.WIB);

    private Events() {}

    static Event draft() {
        return draft(MORNING, HOTEL);
    }

    static Event draft(Schedule schedule, @Nullable Venue venue) {
        return Event.draft(
                new UUID(1, 2), "netralitas-asn", KPU_PATI, content(schedule, venue), BEFORE);
    }

    static EventContent content(Schedule schedule, @Nullable Venue venue) {
        Speaker opening = new Speaker("Jumani", "Sekretaris Daerah", SpeakerRole.PEMBUKA);
        return new EventContent(
                EventType.SOSIALISASI,
                "Netralitas ASN",
                null,
                null,
                List.of(),
                venue,
                null,
                schedule,
                455,
                new RegistrationRules(RegistrationMode.INVITED, null, null, true),
                List.of(new AgendaItem(schedule.startsAt(), null, "Pembukaan", List.of(opening))));
    }

    static EventContent withLink(EventContent content, String onlineUrl) {
        return new EventContent(
                content.type(),
                content.title(),
                content.theme(),
                content.note(),
                content.coOrganisers(),
                content.venue(),
                onlineUrl,
                content.schedule(),
                content.capacity(),
                content.registration(),
                content.agenda());
    }

    static Event changed(Event.Outcome outcome) {
        return ((Event.Outcome.Changed) outcome).event();
    }

    static Event published() {
        return changed(draft().publish(BEFORE));
    }
}
