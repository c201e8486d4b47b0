package id.hadir.events.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What somebody changed of an event, to be laid over others of its series. */
record ContentChange(EventContent before, EventContent after) {

    /** Fields that were changed become as here; times move by as much as they moved here. */
    EventContent laidOver(EventContent other) {
        Schedule schedule = schedule(other.schedule());
        Duration further = after.schedule().until(schedule);
        return new EventContent(
                pick(EventContent::type, other),
                title(other.title()),
                pickOptional(EventContent::theme, other),
                pickOptional(EventContent::note, other),
                pick(EventContent::coOrganisers, other),
                pickOptional(EventContent::venue, other),
                pickOptional(EventContent::onlineUrl, other),
                schedule,
                pickOptional(EventContent::capacity, other),
                registration(other.registration(), further),
                agenda(other.agenda(), further));
    }

    Schedule schedule(Schedule other) {
        Schedule was = before.schedule();
        Schedule is = after.schedule();
        LocalDate from = was.day();
        LocalDate to = is.day();
        LocalDate day = other.day();
        if (was.equals(is) || from == null || to == null || day == null) {
            return other;
        }
        LocalDate newDay = day.plusDays(ChronoUnit.DAYS.between(from, to));
        Instant start = is.startsAt();
        if (start == null) {
            return new Schedule(newDay, null, null, is.timeZone());
        }
        if (was.startsAt() == null || other.startsAt() == null) {
            return is.on(newDay);
        }
        Instant newStart = other.startsAt().plus(Duration.between(was.startsAt(), start));
        Duration length = Objects.equals(was.length(), is.length()) ? other.length() : is.length();
        return new Schedule(
                null, newStart, length == null ? null : newStart.plus(length), is.timeZone());
    }

    @Nullable Venue venue(@Nullable Venue other) {
        return Objects.equals(before.venue(), after.venue()) ? other : after.venue();
    }

    private String title(String other) {
        if (before.title().equals(after.title())) {
            return other;
        }
        String own = ownPart(before.title());
        boolean isKept = !own.isEmpty() && after.title().endsWith(own);
        String was = isKept ? without(own, before.title()) : before.title();
        String is = isKept ? without(own, after.title()) : after.title();
        boolean isShared = other.equals(was) || other.startsWith(was + EventContent.OWN_PART);
        return isShared ? is + other.substring(was.length()) : after.title();
    }

    private static String ownPart(String title) {
        int at = title.lastIndexOf(EventContent.OWN_PART);
        return at < 0 ? "" : title.substring(at);
    }

    private static String without(String end, String title) {
        return title.substring(0, title.length() - end.length());
    }

    /** What was left as it was stays so; what moved by itself was meant for that distance. */
    private RegistrationRules registration(RegistrationRules other, @Nullable Duration further) {
        RegistrationRules was = before.registration();
        RegistrationRules is = after.registration();
        return new RegistrationRules(
                was.mode() == is.mode() ? other.mode() : is.mode(),
                Objects.equals(was.opensAt(), is.opensAt())
                        ? other.opensAt()
                        : Times.shifted(is.opensAt(), further),
                Objects.equals(was.closesAt(), is.closesAt())
                        ? other.closesAt()
                        : Times.shifted(is.closesAt(), further),
                was.waitlist() == is.waitlist() ? other.waitlist() : is.waitlist());
    }

    private List<AgendaItem> agenda(List<AgendaItem> other, @Nullable Duration further) {
        if (before.agenda().equals(after.agenda())) {
            return other;
        }
        Duration moved = before.schedule().until(after.schedule());
        boolean onlyMoved = moved != null && shifted(before.agenda(), moved).equals(after.agenda());
        return onlyMoved ? shifted(other, moved) : shifted(after.agenda(), further);
    }

    private static List<AgendaItem> shifted(List<AgendaItem> agenda, @Nullable Duration by) {
        return agenda.stream().map(item -> item.shifted(by)).toList();
    }

    private <T> T pick(Function<EventContent, T> field, EventContent other) {
        T is = field.apply(after);
        return is.equals(field.apply(before)) ? field.apply(other) : is;
    }

    private <T> @Nullable T pickOptional(
            Function<EventContent, @Nullable T> field, EventContent other) {
        T is = field.apply(after);
        return Objects.equals(is, field.apply(before)) ? field.apply(other) : is;
    }
}
