package id.hadir.events.event;

import id.hadir.kit.problem.FieldErrors;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clashes are looked for with: an event as it is, or as somebody is about to make it.
 *
 * @param self the event itself, which does not clash with itself and whose roster counts; null for
 *     one that is not stored yet
 */
public record ClashProbe(
        @Nullable UUID self, Schedule schedule, @Nullable Venue venue, List<Speaker> speakers) {

    private static final UUID NONE = new UUID(0, 0);

    public static ClashProbe of(Event event) {
        EventContent content = event.content();
        return new ClashProbe(
                event.id(), content.schedule(), content.venue(), speakers(content.agenda()));
    }

    /**
     * Of a request that may still lack all but what it tells of time, place and speakers.
     *
     * @param agencyRegion proposes the time zone where neither zone nor venue is given
     * @return null when the time or the venue was wrong and an error was added
     */
    public static @Nullable ClashProbe of(
            @Nullable UUID self,
            EventRequest request,
            @Nullable String agencyRegion,
            FieldErrors errors) {
        Venue venue = EventCheck.venue(request.venue(), errors);
        String place =
                venue == null || venue.regionCode() == null ? agencyRegion : venue.regionCode();
        Schedule schedule =
                ScheduleCheck.schedule(
                        request.date(),
                        request.startsAt(),
                        request.endsAt(),
                        ScheduleCheck.zone(request.timeZone(), TimeZones.of(place), errors),
                        errors);
        List<Speaker> speakers =
                request.agenda().stream()
                        .flatMap(item -> item.speakers().stream())
                        .map(EventRequest.SpeakerRequest::name)
                        .filter(Objects::nonNull)
                        .map(name -> new Speaker(name.strip(), null, SpeakerRole.NARASUMBER))
                        .toList();
        return schedule == null ? null : new ClashProbe(self, schedule, venue, speakers);
    }

    /** Without a day there is nothing to clash with. */
    public boolean isTimed() {
        return schedule.begins() != null;
    }

    UUID selfOrNone() {
        return Objects.requireNonNullElse(self, NONE);
    }

    @Nullable String venueKey() {
        return venue == null ? null : venue.key();
    }

    String[] speakerKeys() {
        return speakers.stream()
                .map(Speaker::key)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    private static List<Speaker> speakers(List<AgendaItem> agenda) {
        return agenda.stream().flatMap(item -> item.speakers().stream()).toList();
    }
}
