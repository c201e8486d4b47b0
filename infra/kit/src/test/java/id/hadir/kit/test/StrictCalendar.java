package id.hadir.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;

/** Reads calendars by a library of its own, so that the writer does not judge itself. */
public final class StrictCalendar {

    private StrictCalendar() {}

    /** Fails unless it is as RFC 5545 has it, and RFC 5546 where it has a METHOD. */
    public static Calendar read(String text) throws IOException, ParserException {
        assertThat(text).endsWith("\r\n");
        assertThat(text.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\n") || line.contains("\r"));
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate(true).getEntries()).as(text).isEmpty();
        return calendar;
    }
}
