package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each process is killed in the middle of registrations: what was answered is there afterwards. */
class RecoveryTests {

    private static final Duration TIME_TO_RECOVER = Duration.ofMinutes(6);
    private static final Rakor RAKOR = Rakor.make(Rakor.Agency.make(), 10_000);
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "events-service", "attendance-service", "materials-service"})
    void killedServiceLosesNothing(String service) {
        RunningSystem system = RunningSystem.get();
        loseNothing(() -> system.killProcess(system.pidOf(service)));
    }

    @Test
    void killedPostgresLosesNothing() {
        RunningSystem system = RunningSystem.get();
        loseNothing(() -> system.killProcess(system.pidOfPostgres()));
    }

    @Test
    void killedLauncherLosesNothing() {
        loseNothing(RunningSystem.get()::killLauncherAndStartAgain);
    }

    /** Registers people all the while; each answered ticket has to be known in the end. */
    private static void loseNothing(Runnable crash) {
        Map<String, String> answered = new LinkedHashMap<>();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        Thread attendees =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    while (goesOn.get()) {
                                        register(answered);
                                    }
                                });
        RunningSystem.await("first registrations", TIME_TO_RECOVER, () -> size(answered) >= 5);
        crash.run();
        int before = size(answered);
        RunningSystem.await(
                "registrations after the crash",
                TIME_TO_RECOVER,
                () -> size(answered) >= before + 5);
        goesOn.set(false);
        join(attendees);
        answered.forEach(
                (code, name) ->
                        assertThat(
                                        Api.asAnyone()
                                                .get("/api/registrations/" + code)
                                                .expect(200)
                                                .path("attendee")
                                                .path("name")
                                                .asString())
                                .isEqualTo(name));
    }

    /** In mode "invited" a camat has two seats: walk-ins at the desk have no limit. */
    private static void register(Map<String, String> answered) {
        int serial = SERIAL.incrementAndGet();
        String name = "Peserta " + serial;
        try {
            Api.Answer answer =
                    ORGANISER.post(
                            "/api/events/" + RAKOR.id() + "/walk-ins",
                            Map.of("unitId", UNIT, "attendee", Map.of("name", name)));
            if (answer.status() == 201) {
                String code = answer.expect(201).path("ticket").path("code").asString();
                synchronized (answered) {
                    answered.put(code, name);
                }
            } else {
                pause();
            }
        } catch (java.io.UncheckedIOException e) {
            pause();
        }
    }

    private static final Api ORGANISER = RAKOR.agency().asOrganiser();
    private static final String UNIT = Rakor.unit("Baros");

    private static int size(Map<String, String> answered) {
        synchronized (answered) {
            return answered.size();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
