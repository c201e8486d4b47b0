package id.hadir.attendance.registration;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.attendance.ticket.TicketCode;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes registrations in: checks each in itself, gathers those of one event, and has the {@link
 * SeatDesk} decide them together.
 */
@Service
public class Registering {

    private static final int KEY_LENGTH = 200;

    /**
     * @param since when it came, as {@link System#nanoTime} tells
     */
    private record Arrival(Application application, long since) {}

    private final Batches<UUID, Arrival, Mono<Verdict>> batches;
    private final SeatDesk desk;
    private final Clock clock;
    private final JsonMapper json;
    private final RegistrationMeters meters;

    Registering(
            SeatDesk desk,
            WritePathSettings settings,
            Clock clock,
            JsonMapper json,
            MeterRegistry meters) {
        this.desk = desk;
        this.clock = clock;
        this.json = json;
        this.meters = new RegistrationMeters(meters);
        this.batches = new Batches<>(settings.limits(), this::serve);
        this.meters.watch(batches, settings.limits());
    }

    private Mono<List<Mono<Verdict>>> serve(UUID eventId, List<Arrival> batch) {
        long now = System.nanoTime();
        batch.forEach(one -> meters.queued().record(now - one.since(), TimeUnit.NANOSECONDS));
        meters.batch().record(batch.size());
        return desk.serve(eventId, batch.stream().map(Arrival::application).toList());
    }

    /**
     * Registers as an attendee does, on the web.
     *
     * @param idempotencyKey the same key with the same body gets the first answer again
     * @throws id.hadir.kit.problem.Problem {@code invalid} with every wrong field
     */
    public Mono<Verdict> register(
            UUID eventId, RegistrationRequest request, @Nullable String idempotencyKey) {
        return Mono.defer(
                () -> {
                    FieldErrors errors = new FieldErrors();
                    request.notice(errors);
                    Application application =
                            application(
                                    eventId,
                                    request,
                                    Registration.Source.WEB,
                                    key(idempotencyKey, request, errors),
                                    null,
                                    null,
                                    errors);
                    errors.throwIfAny();
                    return submit(application);
                });
    }

    /**
     * Registers who was there already: at the door, or on paper.
     *
     * @param errors filled with what is wrong; then there is no verdict
     */
    public Application application(
            UUID eventId,
            RegistrationRequest request,
            Registration.Source source,
            Application.@Nullable IdempotencyKey key,
            @Nullable Instant attendedAt,
            @Nullable String device,
            FieldErrors errors) {
        return new Application(
                eventId,
                UuidCreator.getTimeOrderedEpoch(),
                TicketCode.random(),
                request.office(errors),
                request.attendee(errors),
                request.representing(errors),
                source,
                key,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                attendedAt,
                device);
    }

    public Application.@Nullable IdempotencyKey key(
            @Nullable String header, Object body, FieldErrors errors) {
        String key = errors.optionalText("Idempotency-Key", header, KEY_LENGTH);
        return key == null
                ? null
                : new Application.IdempotencyKey(
                        key, RegistrationRequest.sha256(json.writeValueAsBytes(body)));
    }

    /**
     * Answers on a thread of its own, since the one that read the database's answer has the next
     * batch to serve.
     */
    public Mono<Verdict> submit(Application application) {
        long since = System.nanoTime();
        return batches.submit(application.eventId(), new Arrival(application, since))
                .flatMap(verdict -> verdict)
                .publishOn(Schedulers.parallel())
                .doOnNext(verdict -> count(outcome(verdict), since))
                .doOnError(failure -> count(outcome(failure), since));
    }

    private void count(String outcome, long since) {
        meters.took(outcome).record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
    }

    private static String outcome(Throwable failure) {
        return failure instanceof Problem problem ? problem.code() : "failed";
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Admitted(Receipt receipt, boolean fresh) ->
                    fresh ? receipt.status().code() : "replayed";
            case Verdict.Refused(Refusal refusal) -> refusal.code();
        };
    }
}
