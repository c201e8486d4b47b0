package id.hadir.events.organise;

import id.hadir.kit.page.Words;
import java.time.Instant;

/** What somebody typed into the form of an event and has not saved yet. */
public record FormDraft(EventForm form, Instant savedAt) {

    public String when(Words words) {
        return words.dateTime(savedAt, form.zone());
    }

    public String time(Words words) {
        return words.time(savedAt, form.zone());
    }
}
