package id.hadir.events.series;

import id.hadir.events.body.Body;
import id.hadir.events.event.RepeatRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser makes of an event: it is repeated by a rule, or becomes one of several stages.
 *
 * @param stage what the event itself is called among the stages
 */
public record SeriesRequest(
        @Nullable String rrule, @Nullable String stage, List<Stage> stages, boolean withRoster) {

    /** A further stage. */
    public record Stage(@Nullable String name, RepeatRequest when) {}

    static SeriesRequest read(Body body) {
        return new SeriesRequest(
                body.text("rrule"),
                body.text("stage"),
                body.objects("stages").stream()
                        .map(stage -> new Stage(stage.text("name"), RepeatRequest.read(stage)))
                        .toList(),
                !Boolean.FALSE.equals(body.flag("withRoster")));
    }
}
