package id.hadir.load;

import id.hadir.load.http.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A national event opens: its link is sent, and people arrive, each at a time of their own. */
final class Rush implements Scenario {

    private static final int TOLD_FAILURES = 5;

    private final Run run;
    private final Steps steps = new Steps();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    Rush(Run run) {
        this.run = run;
    }

    @Override
    public Findings play() {
        List<String> event = run.site().openEvents(1);
        String slug = run.site().slug(event.getFirst());
        List<Site.Office> offices = run.applicants().offices();
        // browsers ask for packed pages
        Target packed = run.gateway().with("Accept-Encoding", "gzip");
        Duration over = Run.seconds(run.options().over());
        long began = System.nanoTime();
        try (MemoryWatch watch = new MemoryWatch(run.processes())) {
            try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < run.options().people(); i++) {
                    String office = offices.get(i % offices.size()).name();
                    people.submit(() -> visit(packed, slug, office, over));
                }
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            run.ledger()
                    .add(event, steps.count(Steps.Step.SUBMIT), steps.failures(Steps.Step.SUBMIT));
            return new Findings(
                    List.of(
                            new Table("The opening of a national event", List.of(people(seconds))),
                            new Table("Its steps", steps.rows()),
                            new Table("Memory, MB", watch.rows("opening"))),
                    Map.of());
        }
    }

    private void visit(Target target, String slug, String office, Duration over) {
        long number = run.applicants().another();
        try (Browser browser = new Browser(target, steps)) {
            Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(over.toNanos())));
            Visitor.of(slug, number, office, browser).register();
            done.incrementAndGet();
        } catch (Browser.Failed | IOException failure) {
            if (failed.incrementAndGet() <= TOLD_FAILURES) {
                System.out.println(failure.getMessage());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> people(double seconds) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("people", run.options().people());
        row.put("arrived over s", run.options().over());
        row.put("have their ticket", done.get());
        row.put("failed", failed.get());
        row.put("all done after s", seconds);
        return row;
    }
}
