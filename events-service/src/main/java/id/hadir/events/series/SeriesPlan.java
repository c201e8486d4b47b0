package id.hadir.events.series;

import id.hadir.events.event.Event;
import id.hadir.events.event.EventContent;
import id.hadir.events.event.Schedule;
import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of a series before they are made, in their order.
 *
 * @param rrule null for stages
 */
record SeriesPlan(@Nullable String rrule, List<Slot> slots) {

    static final int AT_MOST = 100;

    private static final int NAME_AT_MOST = 100;
    private static final int TITLE_AT_MOST = 300;

    /**
     * An event of it.
     *
     * @param content of the draft that is to be made; empty for the event that is there
     */
    record Slot(@Nullable String stage, Schedule schedule, Optional<EventContent> content) {

        Instant beginsOr(Instant later) {
            Instant begins = schedule.begins();
            return begins == null ? later : begins;
        }
    }

    /** Of an event whose day is known, when it is to be repeated by a rule. */
    static SeriesPlan of(Event event, SeriesRequest request, FieldErrors errors) {
        String rrule = request.rrule() == null ? "" : request.rrule().strip();
        boolean isRepeated = !rrule.isEmpty();
        if (isRepeated && !request.stages().isEmpty()) {
            errors.add("stages", "either-rrule-or-stages");
        } else if (!isRepeated && request.stages().isEmpty()) {
            errors.add("rrule", "required");
        }
        return isRepeated ? repeated(event, rrule, errors) : staged(event, request, errors);
    }

    List<@Nullable String> stages() {
        List<@Nullable String> stages = new ArrayList<>();
        slots.forEach(slot -> stages.add(slot.stage));
        return stages;
    }

    private static SeriesPlan repeated(Event event, String rrule, FieldErrors errors) {
        EventContent content = event.content();
        Schedule first = content.schedule();
        LocalDate day = first.day();
        List<LocalDate> days =
                day == null
                        ? List.of()
                        : Recurrence.days(rrule, day, first.timeZone(), AT_MOST, errors);
        return new SeriesPlan(
                rrule,
                Stream.concat(
                                Stream.of(new Slot(null, first, Optional.empty())),
                                days.stream()
                                        .skip(1)
                                        .map(first::on)
                                        .map(at -> slot(null, content.title(), content, at)))
                        .toList());
    }

    private static SeriesPlan staged(Event event, SeriesRequest request, FieldErrors errors) {
        EventContent content = event.content();
        if (request.stages().size() > AT_MOST - 1) {
            errors.add("stages", "too-many", AT_MOST - 1);
        }
        String own = errors.optionalText("stage", request.stage(), NAME_AT_MOST);
        List<Slot> slots = new ArrayList<>();
        slots.add(new Slot(own, content.schedule(), Optional.empty()));
        for (SeriesRequest.Stage stage : request.stages()) {
            FieldErrors wrong = new FieldErrors();
            String name = wrong.requiredText("name", stage.name(), NAME_AT_MOST);
            String title = content.title() + EventContent.OWN_PART + name;
            if (title.length() > TITLE_AT_MOST) {
                wrong.add("name", "too-long", TITLE_AT_MOST - content.title().length());
            }
            Schedule at = stage.when().schedule(content.schedule(), wrong);
            String field = "stages[" + (slots.size() - 1) + "].";
            wrong.asList()
                    .forEach(error -> errors.add(field + error.field(), error.code(), args(error)));
            slots.add(slot(name, title, content, at == null ? content.schedule() : at));
        }
        slots.sort(Comparator.comparing(slot -> slot.beginsOr(Instant.MAX)));
        return new SeriesPlan(null, List.copyOf(slots));
    }

    private static Slot slot(
            @Nullable String stage, String title, EventContent content, Schedule at) {
        return new Slot(stage, at, Optional.of(content.repeated(title, at)));
    }

    private static Object[] args(FieldError error) {
        return error.args().toArray();
    }
}
