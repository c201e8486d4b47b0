package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.invitation.Roster;
import id.hadir.kit.page.FormState;
import java.util.List;

/** The form that makes a series of an event. */
public record SeriesFormView(ShownEvent event, Roster roster, FormState form) {

    /** The rules that can be picked; the API takes any. */
    public List<String> rules() {
        return List.of("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=DAILY");
    }

    /** The key of a rule's text. */
    public String label(String rule) {
        return "series.rule." + rule.replaceAll("[^A-Z0-9]", "_");
    }

    public int stages() {
        return SeriesForm.STAGES;
    }

    public String name(int stage) {
        return SeriesForm.name(stage);
    }

    public String date(int stage) {
        return SeriesForm.date(stage);
    }
}
