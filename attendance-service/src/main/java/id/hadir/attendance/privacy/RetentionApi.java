package id.hadir.attendance.privacy;

import id.hadir.attendance.privacy.RetentionQueries.Due;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The runs that erase what was kept long enough, for admins. */
@RestController
@RequestMapping("/api/retention/runs")
class RetentionApi {

    private final Retention retention;

    RetentionApi(Retention retention) {
        this.retention = retention;
    }

    record RunRequest(@Nullable Boolean dryRun) {}

    /**
     * @param due the events that were found, at most a thousand of them
     */
    record Answer(RetentionRun run, List<Due> due) {

        private static final int SHOWN = 1000;

        static Answer of(Retention.Done done) {
            return new Answer(done.run(), done.due().stream().limit(SHOWN).toList());
        }
    }

    /** Whether it is to erase has to be said: no default does. */
    @PostMapping
    Mono<Answer> run(Actor actor, @RequestBody RunRequest request) {
        return request.dryRun() == null
                ? Mono.error(Problem.invalid("dryRun", "required"))
                : retention.run(actor, request.dryRun()).map(Answer::of);
    }

    @GetMapping
    Mono<Listing<RetentionRun>> runs(PageRequest page) {
        return retention.runs(page);
    }
}
