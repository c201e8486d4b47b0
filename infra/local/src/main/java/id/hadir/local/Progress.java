package id.hadir.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** A line for each part that has come up, with the time that it took. */
public class Progress {

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    public void done(String part, String what, long sinceNanos) {
        Duration took = Duration.ofNanos(System.nanoTime() - sinceNanos);
        say(String.format(Locale.ROOT, "  %-20s %-46s %s", part, what, seconds(took)));
    }

    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%5.1f s", duration.toMillis() / 1000.0);
    }
}
