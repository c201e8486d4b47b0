package id.hadir.local.demo;

import id.hadir.local.Secrets;
import id.hadir.local.api.Api;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Registers the example attendees of an occasion, and lets those of a past one in at the door. */
record Attendance(Api organiser, Api anyone, Secrets secrets) {

    static final String TICKET = "demo-ticket";
    private static final int AT_ONCE = 8;

    void load(Occasion occasion, String eventId) {
        String path = "/api/events/" + eventId;
        List<JsonNode> invitations = organiser.list(path + "/invitations");
        Turnout planned = Turnout.of(occasion, invitations);
        Turnout turnout = occasion.isUpcoming() ? planned.soFar() : planned;
        JsonNode totals = organiser.get(path + "/attendance").orFail().path("totals");
        if (totals.path("registered").asInt() >= turnout.registered().size()) {
            return;
        }
        if (occasion.isUpcoming()) {
            register(path, occasion, turnout.registered());
        } else {
            organiser.postCsv(path + "/registrations/import", SignedSheet.csv(turnout)).orFail();
            atOnce(turnout.excused(), one -> excuse(path, one));
            letIn(path, occasion);
        }
    }

    private void register(String path, Occasion occasion, List<Turnout.Registered> people) {
        atOnce(
                people,
                one -> {
                    JsonNode answer =
                            anyone.post(
                                            path + "/registrations",
                                            request(one),
                                            Map.of(
                                                    "Idempotency-Key",
                                                    occasion.key()
                                                            + one.unitId()
                                                            + one.person().name()))
                                    .orFail();
                    secrets.keep(TICKET, answer.path("ticket").path("url").asString());
                });
    }

    private void excuse(String path, Turnout.Excused excused) {
        organiser
                .post(
                        path + "/excuses",
                        Map.of(
                                "unitId",
                                excused.unitId(),
                                "reason",
                                excused.reason(),
                                "note",
                                "Contoh"))
                .orFail();
    }

    /** Guests without an invitation. */
    private void letIn(String path, Occasion occasion) {
        for (int guest = 1; guest <= 3; guest++) {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("unitName", "Media lokal contoh " + guest);
            request.put("attendee", Map.of("name", "Tamu Contoh " + guest, "position", "Wartawan"));
            request.put("arrivedAt", occasion.at(LocalTime.MIDNIGHT));
            organiser
                    .post(
                            path + "/walk-ins",
                            request,
                            Map.of("Idempotency-Key", occasion.key() + "-guest-" + guest))
                    .orFail();
        }
    }

    private static Map<String, Object> request(Turnout.Registered one) {
        Map<String, Object> attendee = new LinkedHashMap<>();
        attendee.put("name", one.person().name());
        attendee.put("nip", one.person().nip());
        attendee.put("position", one.person().position());
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("unitId", one.unitId());
        request.put("attendee", attendee);
        request.put("representing", representing(one.person().representing()));
        request.put("noticeAccepted", true);
        return request;
    }

    private static @Nullable Map<String, Object> representing(Person.@Nullable Sitting sitting) {
        return sitting == null
                ? null
                : Map.of("position", sitting.position(), "basis", sitting.basis());
    }

    private interface Step<T> {
        void take(T one);
    }

    private static <T> void atOnce(List<T> all, Step<T> step) {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> steps =
                    all.stream()
                            .<Future<?>>map(one -> workers.submit(() -> step.take(one)))
                            .toList();
            for (Future<?> taken : steps) {
                taken.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
