package id.hadir.events.organise;

import id.hadir.events.event.AgendaItem;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventContent;
import id.hadir.events.event.RegistrationRules;
import id.hadir.events.event.Schedule;
import id.hadir.events.event.Speaker;
import id.hadir.events.event.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the form of an event with the event as it is. */
final class EventFormValues {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Map<String, String> values = new HashMap<>();
    private final ZoneId zone;

    private EventFormValues(ZoneId zone) {
        this.zone = zone;
    }

    static EventForm of(Event event) {
        EventContent content = event.content();
        EventFormValues form = new EventFormValues(content.schedule().timeZone());
        form.put("version", event.version());
        form.put("agencyId", event.agency().id());
        form.put("type", content.type().code());
        form.put("title", content.title());
        form.put("theme", content.theme());
        form.put("note", content.note());
        form.put("coOrganisers", String.join("\n", content.coOrganisers()));
        form.put(EventPlace.FIELD, EventPlace.of(content).code());
        form.put("onlineUrl", content.onlineUrl());
        form.put("capacity", content.capacity());
        form.schedule(content.schedule());
        form.venue(content.venue());
        form.registration(content.registration());
        form.agenda(content.agenda(), content.schedule().day());
        return new EventForm(form.values);
    }

    /** Registration as most events want it. */
    static EventForm blank() {
        return new EventForm(
                Map.of(
                        EventPlace.FIELD,
                        EventPlace.ROOM.code(),
                        "registration.mode",
                        "invited",
                        "registration.waitlist",
                        "on"));
    }

    private void schedule(Schedule schedule) {
        put("timeZone", zone.getId());
        LocalDate day = schedule.day();
        put("date", day == null ? null : DAY.format(day));
        putTime("startsAt", schedule.startsAt(), CLOCK);
        putTime("endsAt", schedule.endsAt(), CLOCK);
        Instant end = schedule.endsAt();
        LocalDate lastDay = end == null ? null : LocalDate.ofInstant(end, zone);
        if (lastDay != null && !lastDay.equals(schedule.day())) {
            put("endDate", lastDay);
        }
    }

    private void venue(@Nullable Venue venue) {
        if (venue != null) {
            put("venue.name", venue.name());
            put("venue.address", venue.address());
            put(EventForm.REGION, venue.regionCode());
            put("venue.capacity", venue.capacity());
        }
    }

    private void registration(RegistrationRules rules) {
        put("registration.mode", rules.mode().code());
        putTime("registration.opensAt", rules.opensAt(), DAY_AND_TIME);
        putTime("registration.closesAt", rules.closesAt(), DAY_AND_TIME);
        put("registration.waitlist", rules.waitlist() ? "on" : null);
    }

    private void agenda(List<AgendaItem> agenda, @Nullable LocalDate firstDay) {
        for (int i = 0; i < agenda.size(); i++) {
            AgendaItem item = agenda.get(i);
            String at = "agenda[" + i + "].";
            putTime(at + "startsAt", item.startsAt(), CLOCK);
            putTime(at + "endsAt", item.endsAt(), CLOCK);
            put(at + "title", item.title());
            if (item.startsAt() != null) {
                LocalDate day = LocalDate.ofInstant(item.startsAt(), zone);
                put(at + "date", day.equals(firstDay) ? null : day);
            }
            for (int j = 0; j < item.speakers().size(); j++) {
                speaker(at + "speakers[" + j + "].", item.speakers().get(j));
            }
        }
    }

    private void speaker(String at, Speaker speaker) {
        put(at + "name", speaker.name());
        put(at + "position", speaker.position());
        put(at + "role", speaker.role().code());
    }

    private void putTime(String field, @Nullable Instant instant, DateTimeFormatter format) {
        put(field, instant == null ? null : format.format(ZonedDateTime.ofInstant(instant, zone)));
    }

    private void put(String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value.toString());
        }
    }
}
