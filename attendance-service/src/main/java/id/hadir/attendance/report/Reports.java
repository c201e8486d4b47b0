package id.hadir.attendance.report;

import id.hadir.attendance.report.ReportQueries.Period;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The attendance of units over events: an organiser's own agency's, an official's all, with the
 * units of the own region.
 */
@Service
public class Reports {

    static final LocalDate BEGINNING = LocalDate.of(1945, 8, 17);
    static final LocalDate END = LocalDate.of(2199, 12, 31);

    private final ReportQueries queries;
    private final Clock clock;

    Reports(ReportQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * What is asked for; null is no limit.
     *
     * @param from first day of the events, by their own time zone
     * @param to last day
     */
    public record Question(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String regionCode,
            @Nullable String kind) {}

    public Mono<Listing<UnitOverEvents>> units(Actor actor, Question question, PageRequest page) {
        return queries.units(period(actor, question), scope(actor, question), page, clock.instant())
                .collectList()
                .map(rows -> Listing.of(rows, page, ReportQueries::cursorOf));
    }

    /** All of them, streamed. */
    public Flux<UnitOverEvents> allUnits(Actor actor, Question question) {
        return queries.units(
                period(actor, question),
                scope(actor, question),
                null,
                Integer.MAX_VALUE,
                clock.instant());
    }

    private static Period period(Actor actor, Question question) {
        return new Period(
                Objects.requireNonNullElse(question.from(), BEGINNING),
                Objects.requireNonNullElse(question.to(), END),
                actor.role() == Role.ORGANISER
                        ? Objects.requireNonNullElse(actor.agencyId(), "none")
                        : "");
    }

    private static Scope scope(Actor actor, Question question) {
        return Scope.of(actor, question.regionCode(), question.kind());
    }
}
