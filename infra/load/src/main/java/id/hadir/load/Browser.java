package id.hadir.load;

import id.hadir.load.http.Answer;
import id.hadir.load.http.Connection;
import id.hadir.load.http.Patience;
import id.hadir.load.http.Target;
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
        byte[] request = target.get(path);
        return ask(step, _ -> request, wanted);
    }

    /** Sends a form; one that comes back is sent again with the fields that it came back with. */
    Answer post(Steps.Step step, String path, Form form, int wanted) throws Failed {
        return ask(
                step,
                refusal -> {
                    if (refusal != null) {
                        form.readHidden(refusal.text());
                    }
                    return target.post(path, Form.MEDIA_TYPE, form.encoded());
                },
                wanted);
    }

    /** What is asked, and asked again after a refusal. */
    private interface Request {
        byte[] after(@Nullable Answer refusal) throws IOException;
    }

    /** Somebody gave up, or was given what they did not ask for. */
    static final class Failed extends Exception {

        Failed(String reason) {
            super(reason);
        }
    }

    private Answer ask(Steps.Step step, Request request, int wanted) throws Failed {
        long began = System.nanoTime();
        String last = "";
        Answer refusal = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt > 0) {
                steps.askedAgain(step);
            }
            try {
                Answer answer = connected().exchange(request.after(refusal));
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
                refusal = answer;
                Thread.sleep(
                        Patience.after(
                                answer.retryAfterSeconds().orElse(1),
                                attempt + 1,
                                ThreadLocalRandom.current()));
            } catch (IOException lost) {
                last = lost.toString();
                close();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        steps.failed(step);
        throw new Failed(step + ": " + last.lines().findFirst().orElse(""));
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
