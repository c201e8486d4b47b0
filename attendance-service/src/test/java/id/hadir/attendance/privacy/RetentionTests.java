package id.hadir.attendance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.attendance.notice.PrivacySettings;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.test.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events of long ago, so that no other test's event is due when these are. */
@ServiceTest
class RetentionTests {

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private JsonMapper json;
    @Autowired private RetentionQueries queries;
    @Autowired private RetentionStore store;
    @Autowired private Erasure erasure;
    @Autowired private Audit audit;
    @Autowired private DatabaseClient database;

    @Test
    void theDataOfAnEventIsErasedOnTheDayAndNotBefore() {
        Instant end = Instant.parse("2001-03-01T05:00:00Z");
        UUID event = eventWithTwo(end);
        Instant due = Instant.parse("2003-03-01T05:00:00Z");
        assertThat(at(due.minusSeconds(1)).run(Retention.JOB, false).block().run().events())
                .isZero();
        assertThat(left(event)).isEqualTo(2);
        Retention.Done done = at(due).run(Retention.JOB, false).block();
        assertThat(done.run().registrations()).isEqualTo(2);
        assertThat(done.run().finishedAt()).isNotNull();
        assertThat(left(event)).isZero();
    }

    @Test
    void aDryRunTellsWhatIsDueAndChangesNothing() {
        UUID event = eventWithTwo(Instant.parse("1991-03-01T05:00:00Z"));
        String before = rows(event);
        Retention.Done done =
                at(Instant.parse("1993-06-01T00:00:00Z")).run(Retention.JOB, true).block();
        assertThat(done.due())
                .singleElement()
                .satisfies(due -> assertThat(due.id()).isEqualTo(event))
                .satisfies(due -> assertThat(due.registrations()).isEqualTo(2));
        assertThat(done.run().registrations()).isEqualTo(2);
        assertThat(rows(event)).isEqualTo(before);
        at(Instant.parse("1993-06-01T00:00:00Z")).run(Retention.JOB, false).block();
        assertThat(left(event)).isZero();
    }

    @Test
    void untilSomebodyHasErasedByHandTheNightsOnlyCount() {
        database.sql("delete from retention_run").then().block();
        UUID event = eventWithTwo(Instant.parse("1985-03-01T05:00:00Z"));
        Instant night = Instant.parse("1987-03-02T19:30:00Z");
        at(night).nightly().block();
        assertThat(left(event)).isEqualTo(2);
        at(Instant.parse("1980-01-01T00:00:00Z")).run(Retention.JOB, false).block();
        at(night.plus(Duration.ofDays(1))).nightly().block();
        assertThat(left(event)).isZero();
    }

    @Test
    void ofTwoReplicasOneHasTheNight() {
        UUID event = eventWithTwo(Instant.parse("1981-03-01T05:00:00Z"));
        Instant night = Instant.parse("1983-03-02T19:30:00Z");
        at(Instant.parse("1980-01-01T00:00:00Z")).run(Retention.JOB, false).block();
        Flux.merge(at(night).nightly(), at(night.plusMillis(20)).nightly()).blockLast();
        assertThat(left(event)).isZero();
        assertThat(
                        count(
                                "select count(*) from retention_run where night = date '1983-03-03'"
                                        + " and finished_at is not null and registrations = 2"))
                .isOne();
        assertThat(count("select count(*) from erasure where event_id = '" + event + "'"))
                .isEqualTo(2);
    }

    @Test
    void twoRunsByHandEraseOnceAndTheNoteOfAnOfficeWithoutPeopleGoesToo() {
        UUID event = eventWithTwo(Instant.parse("1971-03-01T05:00:00Z"));
        UUID alone = sample.event(e -> ended(e, Instant.parse("1971-03-02T05:00:00Z")));
        database.sql(
                        "insert into excuse values (:event, gen_random_uuid(), 'sakit', 'Siti"
                                + " opname', 'desk', now())")
                .bind("event", alone)
                .fetch()
                .rowsUpdated()
                .block();
        UUID answered = sample.event(e -> ended(e, Instant.parse("1971-03-03T05:00:00Z")));
        database.sql(
                        "insert into answer values (:event, gen_random_uuid(), 'sending', 'Siti',"
                                + " 'Sekcam', null, null, false, now())")
                .bind("event", answered)
                .fetch()
                .rowsUpdated()
                .block();
        Retention retention = at(Instant.parse("1973-06-01T00:00:00Z"));
        Flux.merge(retention.run(Retention.JOB, false), retention.run(Retention.JOB, false))
                .blockLast();
        assertThat(left(event)).isZero();
        assertThat(count("select count(*) from erasure where event_id = '" + event + "'"))
                .isEqualTo(2);
        assertThat(
                        count(
                                "select count(*) from excuse where note is null and event_id = '"
                                        + alone
                                        + "'"))
                .isOne();
        assertThat(
                        count(
                                "select count(*) from answer where num_nulls(name, position, note)"
                                        + " = 3 and event_id = '"
                                        + answered
                                        + "'"))
                .isOne();
        assertThat(retention.run(Retention.JOB, true).block().due()).isEmpty();
    }

    @Test
    void anAdminStartsARunAndReadsTheLog() {
        JsonNode done =
                api.read(
                        api.post(
                                        TestTokens.admin(),
                                        "/api/retention/runs",
                                        json.createObjectNode().put("dryRun", true))
                                .expectStatus()
                                .isOk());
        String id = done.path("run").path("id").stringValue();
        JsonNode log = api.read(api.get(TestTokens.admin(), "/api/retention/runs?limit=1"));
        assertThat(log.path("items").path(0).path("id").stringValue()).isEqualTo(id);
        assertThat(log.path("items").path(0).path("startedBy").stringValue()).isEqualTo("admin");
        JsonNode audited =
                api.read(
                        api.get(
                                TestTokens.admin(),
                                "/api/audit/kehadiran?action=retention.run&subject=" + id));
        assertThat(audited.path("items").path(0).path("after").path("dryRun").booleanValue())
                .isTrue();
    }

    @Test
    void whetherToEraseHasToBeSaid() {
        api.post(TestTokens.admin(), "/api/retention/runs", json.createObjectNode())
                .expectStatus()
                .isEqualTo(422);
    }

    private Retention at(Instant now) {
        PrivacySettings settings = new PrivacySettings(Period.ofYears(2), "Bawaslu", "021");
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Retention(queries, store, erasure, settings, audit, clock);
    }

    private UUID eventWithTwo(Instant end) {
        UUID event = sample.openEvent(e -> e);
        UUID unit = sample.unit("Kecamatan Baros", "kecamatan", "36.04.06");
        api.registered(event, api.person(unit, "Siti", ""));
        api.registered(event, api.person(unit, "Budi", ""));
        sample.put(ended(sample.eventNode(event), end).put("version", 2));
        return event;
    }

    private static ObjectNode ended(ObjectNode event, Instant end) {
        return event.put("startsAt", end.minusSeconds(7200).toString())
                .put("endedAt", end.toString());
    }

    private long left(UUID event) {
        return count(
                "select count(*) from registration where erased_at is null and event_id = '"
                        + event
                        + "'");
    }

    private String rows(UUID event) {
        return String.valueOf(
                database.sql(
                                "select string_agg(r::text, '|' order by registration_id) as rows"
                                        + " from registration r where event_id = :event")
                        .bind("event", event)
                        .mapValue(String.class)
                        .one()
                        .block());
    }

    private long count(String sql) {
        return database.sql(sql).mapValue(Long.class).one().block();
    }
}
