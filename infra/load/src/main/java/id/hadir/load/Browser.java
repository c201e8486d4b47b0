package id.hadir.load;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One person's browser: it connects again when a connection is lost, and when it is told to come
 * back later it does so, as the form does.
 */
final class Browser implements AutoCloseable {

    private static final Set<Integer> COME_BACK = Set.of(429, 503);
    private static final int ATTEMPTS = 30;

    private final Target target;
    private final Steps steps;
    private @Nullable Connection connection;

    Browser(Target target, Steps steps) {
        this.target = target;
        this.steps = steps;
    }

    Answer get(Steps.Step step, String path, int wanted) throws Failed {
        return ask(step, target.get(path), wanted);
    }

    Answer post(Steps.Step step, String path, String form, int wanted) throws Failed {
        return ask(step, target.post(path, "application/x-www-form-urlencoded", form), wanted);
    }

    /** Somebody gave up, or was given what they did not ask for. */
    static final class Failed extends Exception {

        Failed(String reason) {
            super(reason);
        }
    }

    private Answer ask(Steps.Step step, byte[] request, int wanted) throws Failed {
        long began = System.nanoTime();
        String last = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt > 0) {
                steps.askedAgain(step);
            }
            try {
                Answer answer = connected().exchange(request);
                if (answer.closesConnection()) {
                    close();
                }
                if (answer.status() == wanted) {
                    steps.done(step, System.nanoTime() - began);
                    return answer;
                }
                last = answer.head();
                if (!COME_BACK.contains(answer.status())) {
                    break;
                }
                pause(answer.retryAfterSeconds().orElse(1));
            } catch (IOException lost) {
                last = lost.toString();
                close();
            }
        }
        steps.failed(step);
        throw new Failed(step + ": " + last.lines().findFirst().orElse(""));
    }

    private static void pause(int seconds) {
        try {
            Thread.sleep(
                    1000L * seconds + ThreadLocalRandom.current().nextLong(500L * seconds + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Connection connected() throws IOException {
        Connection open = connection;
        if (open == null) {
            open = new Connection(target.server());
            connection = open;
        }
        return open;
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException isGoneAlready) {
                return;
            }
        }
    }
}
