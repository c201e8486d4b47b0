package id.hadir.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ends what the launcher has started when the launcher itself is killed: a small shell that reads
 * the current process ids from a pipe, and acts when the pipe ends without a farewell.
 */
final class Guard implements AutoCloseable {

    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            pids=
            while read -r line; do
              [ "$line" = farewell ] && exit 0
              pids=$line
            done
            [ -n "$pids" ] && kill -s "$1" $pids
            """;

    /** How they are ended: asked, or at once. */
    enum Signal {
        TERM,
        KILL
    }

    private final Process shell;
    private final PrintStream pipe;

    Guard(Signal signal) {
        try {
            shell =
                    new ProcessBuilder("sh", "-c", SCRIPT, "guard", signal.name())
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            pipe = new PrintStream(shell.getOutputStream(), true, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells which processes are to be ended if this one is killed: the latest list counts. */
    void watch(List<Long> pids) {
        pipe.println(pids.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    @Override
    public void close() {
        pipe.println("farewell");
        pipe.close();
    }
}
