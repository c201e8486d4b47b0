package id.hadir.events.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the contract shows it.
 *
 * @param date the local day, also while the time is not known
 * @param missing what its organiser may still fill in; absent for others
 */
public record EventView(
        UUID id,
        String slug,
        EventStatus status,
        long version,
        EventType type,
        String title,
        @Nullable String theme,
        @Nullable String note,
        UUID agencyId,
        AgencyView agency,
        List<String> coOrganisers,
        @Nullable Venue venue,
        @Nullable String onlineUrl,
        @Nullable String date,
        @Nullable String startsAt,
        @Nullable String endsAt,
        String timeZone,
        @Nullable Integer capacity,
        RegistrationView registration,
        List<AgendaView> agenda,
        List<HistoryView> history,
        @Nullable String cancelReason,
        String createdAt,
        String updatedAt,
        List<Clash> clashes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> missing,
        LinksView links) {

    public record AgencyView(UUID id, String name) {}

    public record RegistrationView(
            RegistrationMode mode,
            @Nullable String opensAt,
            @Nullable String closesAt,
            boolean waitlist) {}

    public record AgendaView(
            @Nullable String startsAt,
            @Nullable String endsAt,
            String title,
            List<Speaker> speakers) {}

    /** An earlier schedule, and when and why it was given up. */
    public record HistoryView(
            @Nullable String date,
            @Nullable String startsAt,
            @Nullable String endsAt,
            String timeZone,
            @Nullable Venue venue,
            @Nullable String reason,
            String changedAt) {}

    public record LinksView(
            String self, String page, String registrations, String materials, String calendar) {

        static LinksView of(Event event) {
            String self = "/api/events/" + event.id();
            return new LinksView(
                    self,
                    "/kegiatan/" + event.slug(),
                    self + "/registrations",
                    self + "/materials",
                    self + "/calendar.ics");
        }
    }

    /**
     * @param isOwn whether the reader may change the event
     */
    public static EventView of(Event event, Instant now, List<Clash> clashes, boolean isOwn) {
        EventContent content = event.content();
        Schedule schedule = content.schedule();
        ZoneId zone = schedule.timeZone();
        return new EventView(
                event.id(),
                event.slug(),
                event.statusAt(now),
                event.version(),
                content.type(),
                content.title(),
                content.theme(),
                content.note(),
                event.agency().id(),
                new AgencyView(event.agency().id(), event.agency().name()),
                content.coOrganisers(),
                content.venue(),
                content.onlineUrl(),
                schedule.day() == null ? null : String.valueOf(schedule.day()),
                Times.textOrNull(schedule.startsAt(), zone),
                Times.textOrNull(schedule.endsAt(), zone),
                zone.getId(),
                content.capacity(),
                registration(content.registration(), zone),
                content.agenda().stream().map(item -> agenda(item, zone)).toList(),
                event.history().stream().map(EventView::history).toList(),
                event.cancelReason(),
                Times.text(event.createdAt(), zone),
                Times.text(event.updatedAt(), zone),
                clashes,
                isOwn ? content.missing() : null,
                LinksView.of(event));
    }

    private static RegistrationView registration(RegistrationRules rules, ZoneId zone) {
        return new RegistrationView(
                rules.mode(),
                Times.textOrNull(rules.opensAt(), zone),
                Times.textOrNull(rules.closesAt(), zone),
                rules.waitlist());
    }

    private static AgendaView agenda(AgendaItem item, ZoneId zone) {
        return new AgendaView(
                Times.textOrNull(item.startsAt(), zone),
                Times.textOrNull(item.endsAt(), zone),
                item.title(),
                item.speakers());
    }

    private static HistoryView history(ScheduleChange change) {
        Schedule schedule = change.schedule();
        ZoneId zone = schedule.timeZone();
        return new HistoryView(
                schedule.day() == null ? null : String.valueOf(schedule.day()),
                Times.textOrNull(schedule.startsAt(), zone),
                Times.textOrNull(schedule.endsAt(), zone),
                zone.getId(),
                change.venue(),
                change.reason(),
                Times.text(change.changedAt(), zone));
    }
}
