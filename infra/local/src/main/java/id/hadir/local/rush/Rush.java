package id.hadir.local.rush;

import id.hadir.local.Trouble;
import id.hadir.local.api.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Everybody opens the link at once: registrations over the API and the form, in between the pages
 * around them, the desk and the reports. So many that the virtual machines have compiled what is
 * busy for good, or until {@link #LONGEST} is over.
 */
public final class Rush {

    private static final int REGISTRATIONS = 10_000;
    private static final int AT_ONCE = 48;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration ASK_AGAIN = Duration.ofMillis(100);
    private static final String REGION = "33.18";

    private final String url;
    private final Api admin;

    public Rush(String url, String adminPassword) {
        this.url = url;
        this.admin = Api.asAnyone(url).signIn("admin", adminPassword);
    }

    /** The number of registrations that were made. */
    public int play() {
        JsonNode event = publish();
        Visitor visitor = new Visitor(url, admin, event, offices());
        awaitEvent(event);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger made = new AtomicInteger();
        long end = System.nanoTime() + LONGEST.toNanos();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                people.submit(
                        () -> {
                            int number = next.getAndIncrement();
                            while (number < REGISTRATIONS && System.nanoTime() < end) {
                                made.addAndGet(visitor.visit(number));
                                number = next.getAndIncrement();
                            }
                        });
            }
        }
        if (made.get() < Math.min(next.get(), REGISTRATIONS) / 2) {
            throw new Trouble(
                    "only %d of %d registrations were made".formatted(made.get(), next.get()),
                    "see the logs of the services");
        }
        return made.get();
    }

    private JsonNode publish() {
        Map<String, Object> agency =
                Map.of("name", "KPU Gladi Bersih", "kind", "kpu", "regionCode", REGION);
        String agencyId = admin.post("/api/agencies", agency).orFail().path("id").asString();
        OffsetDateTime start = OffsetDateTime.now(ZoneOffset.ofHours(7)).plusDays(30).withNano(0);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", "rakornas");
        event.put("title", "Gladi bersih");
        event.put("agencyId", agencyId);
        event.put("venue", Map.of("name", "Gedung", "regionCode", REGION));
        event.put("startsAt", start.toString());
        event.put("endsAt", start.plusHours(3).toString());
        event.put("timeZone", "Asia/Jakarta");
        event.put("capacity", 1_000_000);
        event.put("registration", Map.of("mode", "open", "waitlist", true));
        JsonNode draft = admin.post("/api/events", event).orFail();
        String path = "/api/events/" + draft.path("id").asString();
        return admin.post(path + "/publish", Map.of()).orFail();
    }

    private List<String> offices() {
        return admin.get("/api/units?kind=kecamatan&limit=200")
                .orFail()
                .path("items")
                .valueStream()
                .map(unit -> unit.path("id").asString())
                .toList();
    }

    /** The services hear of it from a feed. */
    private void awaitEvent(JsonNode event) {
        String path = "/api/events/" + event.path("id").asString() + "/availability";
        long end = System.nanoTime() + LONGEST.toNanos();
        while (admin.get(path).status() != 200) {
            if (System.nanoTime() > end) {
                throw new Trouble("the event did not arrive", "see the logs of the services");
            }
            LockSupport.parkNanos(ASK_AGAIN.toNanos());
        }
    }

    /** Birth date, month of appointment, sex and serial: each number has its own. */
    static String nip(int number) {
        LocalDate birth = LocalDate.of(1960, 1, 1).plusDays(number / 1000);
        return "%tY%<tm%<td201003%d%03d".formatted(birth, 1 + number % 2, number % 1000);
    }
}
