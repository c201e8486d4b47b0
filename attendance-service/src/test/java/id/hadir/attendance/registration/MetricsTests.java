package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.feed.Feed;
import id.hadir.kit.problem.FieldErrors;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a registration leaves behind on the management port. */
@ServiceTest
class MetricsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private SeatGauges gauges;
    @Autowired private DatabaseClient database;
    @Autowired private RegistrationStore store;
    @Autowired private RosterQueries rosters;
    @Autowired private MergedOfficeQueries merged;
    @Autowired private Feed feed;
    @Autowired private TransactionalOperator transaction;
    @Autowired private Clock clock;
    @Autowired private JsonMapper json;

    @Value("${local.management.port}")
    private int managementPort;

    @Test
    void aRegistrationIsCountedByItsOutcomeAndItsTime() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        double before = value("hadir_registration_seconds_count{outcome=\"confirmed\"}");
        api.registered(event, api.person(unit, "Budi", ""));

        assertThat(value("hadir_registration_seconds_count{outcome=\"confirmed\"}"))
                .isEqualTo(before + 1);
        assertThat(value("hadir_registration_seconds_bucket{outcome=\"confirmed\",le=\"10.0\"}"))
                .isEqualTo(before + 1);
        assertThat(value("hadir_registration_queued_seconds_count")).isPositive();
        assertThat(value("hadir_registration_queued_seconds_bucket{le=\"1.0\"}")).isPositive();
        assertThat(value("hadir_registration_batch_registrations_bucket{le=\"256.0\"}"))
                .isPositive();
        assertThat(value("hadir_registration_waiting_limit")).isEqualTo(4096);
        assertThat(scrape())
                .contains(
                        "hadir_registration_waiting 0.0",
                        "r2dbc_pool_acquired_connections{",
                        "r2dbc_pool_pending_connections{",
                        "hadir_feed_lag_seconds{feed=\"events\"}");
    }

    @Test
    void aRefusalIsCountedByItsReason() {
        UUID event = sample.openEvent(e -> Sample.noWaitlist(e.put("capacity", 0)));
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        double before = value("hadir_registration_seconds_count{outcome=\"event-full\"}");
        api.register(event, api.person(unit, "Budi", ""))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);

        assertThat(value("hadir_registration_seconds_count{outcome=\"event-full\"}"))
                .isEqualTo(before + 1);
    }

    @Test
    void whoFindsTheQueueFullIsCountedAsOverload() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Registering narrow =
                new Registering(
                        new SilentDesk(),
                        new WritePathSettings(1, 1, 1, PATIENCE),
                        clock,
                        json,
                        meters);
        narrow.submit(application(narrow, event, unit, "Satu")).subscribe();
        narrow.submit(application(narrow, event, unit, "Dua")).subscribe();
        String third =
                narrow.submit(application(narrow, event, unit, "Tiga"))
                        .map(_ -> "admitted")
                        .onErrorReturn("refused")
                        .block(PATIENCE);

        assertThat(third).isEqualTo("refused");
        assertThat(meters.get("hadir.registration").tag("outcome", "overloaded").timer().count())
                .isOne();
        assertThat(meters.get("hadir.registration.waiting").gauge().value()).isOne();
        assertThat(meters.get("hadir.registration.queued").timer().count()).isOne();
    }

    @Test
    void seatsAndWaitlistOfAnEventUnderWayAreShown() {
        UUID event = sample.openEvent(e -> underWay(e).put("capacity", 2));
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        for (String name : List.of("Satu", "Dua", "Tiga")) {
            api.registered(event, api.person(unit, name, ""));
        }
        gauges.look().block(PATIENCE);

        String series = "{event=\"rakor-" + event + "\"}";
        assertThat(scrape())
                .contains(
                        "hadir_event_seats" + series + " 2.0",
                        "hadir_event_seats_remaining" + series + " 0.0",
                        "hadir_event_waitlist" + series + " 1.0");
    }

    @Test
    void anEventWithoutLimitHasOnlyAWaitlist() {
        UUID event = sample.openEvent(e -> underWay(e).putNull("capacity"));
        gauges.look().block(PATIENCE);

        assertThat(scrape())
                .contains("hadir_event_waitlist{event=\"rakor-" + event + "\"} 0.0")
                .doesNotContain("hadir_event_seats_remaining{event=\"rakor-" + event);
    }

    @Test
    void fewEventsAreShownHoweverManyThereAre() {
        UUID ended = sample.openEvent(Sample::ended);
        UUID draft = sample.openEvent(e -> underWay(e).put("status", "draft"));
        for (int i = 0; i < 25; i++) {
            sample.openEvent(MetricsTests::soon);
        }
        UUID late = sample.openEvent(e -> e);
        gauges.look().block(PATIENCE);

        List<String> shown =
                scrape().lines().filter(line -> line.startsWith("hadir_event_waitlist{")).toList();
        assertThat(shown).hasSize(20);
        assertThat(String.join("\n", shown))
                .doesNotContain(ended.toString(), draft.toString(), late.toString());
    }

    @Test
    void nothingIsShownWhileTheDatabaseIsAway() {
        AtomicBoolean away = new AtomicBoolean();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        SeatGauges watched =
                new SeatGauges(
                        new SeatQueries(database) {
                            @Override
                            Flux<Level> levels(Instant now, int limit) {
                                return away.get()
                                        ? Flux.error(new IllegalStateException("away"))
                                        : Flux.just(new Level("rakor", 10, 4, 0));
                            }
                        },
                        clock,
                        meters);
        watched.look().block(PATIENCE);
        assertThat(meters.get("hadir.event.seats.remaining").gauge().value()).isEqualTo(6);
        away.set(true);
        watched.look().block(PATIENCE);

        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void nobodyIsRecognisedByTheMetrics() {
        UUID event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Dinas A", "opd", "33.18");
        JsonNode answer = api.registered(event, api.person(unit, "Siti Rahayu", Api.nip(999)));

        assertThat(scrape())
                .doesNotContain(
                        "Siti",
                        Api.nip(999),
                        unit.toString(),
                        answer.path("id").stringValue(),
                        answer.path("ticket").path("code").stringValue());
    }

    /** Never answers. */
    private final class SilentDesk extends SeatDesk {

        SilentDesk() {
            super(new DeskStores(store, rosters, merged, transaction), feed);
        }

        @Override
        Mono<List<Mono<Verdict>>> serve(UUID eventId, List<Application> batch) {
            return Mono.never();
        }
    }

    private static Application application(
            Registering registering, UUID event, UUID unit, String name) {
        FieldErrors errors = new FieldErrors();
        Application application =
                registering.application(
                        event,
                        new RegistrationRequest(
                                unit.toString(),
                                null,
                                null,
                                new RegistrationRequest.AttendeeRequest(
                                        name, null, null, null, null),
                                null,
                                true),
                        Registration.Source.WEB,
                        null,
                        null,
                        null,
                        errors);
        errors.throwIfAny();
        return application;
    }

    /** Before all events that other tests make. */
    private static ObjectNode underWay(ObjectNode event) {
        return event.put("startsAt", Instant.now().minus(Duration.ofDays(90)).toString())
                .put("endedAt", Instant.now().plusSeconds(3600).toString());
    }

    private static ObjectNode soon(ObjectNode event) {
        return event.put("startsAt", Instant.now().plusSeconds(60).toString())
                .put("endedAt", Instant.now().plusSeconds(3600).toString());
    }

    /** Zero for a series that is not there. */
    private double value(String series) {
        return scrape().lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }

    private String scrape() {
        return Objects.requireNonNull(
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + managementPort)
                        .responseTimeout(PATIENCE)
                        .build()
                        .get()
                        .uri("/actuator/prometheus")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
