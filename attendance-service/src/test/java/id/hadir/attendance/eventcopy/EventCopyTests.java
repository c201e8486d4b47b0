package id.hadir.attendance.eventcopy;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.feed.FeedApplier;
import id.hadir.kit.feed.FeedEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The feed of events-service, in every order in which it may come. */
@ServiceTest
class EventCopyTests {

    @Autowired private Sample sample;
    @Autowired private FeedApplier feed;
    @Autowired private EventQueries events;
    @Autowired private DatabaseClient database;
    @Autowired private TransactionalOperator transaction;
    @Autowired private JsonMapper json;

    @Test
    void anOlderStateNeverReplacesANewerOne() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        apply(entry(sample.eventNode(id).put("version", 2).put("title", "Baru")));
        apply(entry(sample.eventNode(id).put("version", 1).put("title", "Lama")));
        assertThat(events.find(id).block().title()).isEqualTo("Baru");
        apply(
                entry(sample.eventNode(id).put("version", 4).put("title", "Terbaru")),
                entry(sample.eventNode(id).put("version", 3).put("title", "Tengah")));
        assertThat(events.find(id).block().title()).isEqualTo("Terbaru");
    }

    @Test
    void entriesThatComeTwiceChangeNothing() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        FeedEntry entry = entry(sample.eventNode(id));
        apply(entry, entry);
        apply(entry);
        assertThat(count("event", id)).isEqualTo(1);
        assertThat(count("event_seats", id)).isEqualTo(1);
    }

    @Test
    void invitationsMayComeBeforeTheirEventAndTheirUnit() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        UUID unit = UuidCreator.getTimeOrderedEpoch();
        sample.invite(id, unit, 2);
        sample.invite(id, unit, invitation -> invitation.put("revision", 3).put("seats", 5));
        sample.invite(id, unit, invitation -> invitation.put("revision", 2).put("seats", 4));
        apply(entry(sample.eventNode(id)));
        Integer seats =
                database.sql("select seats from invitation where event_id = :id")
                        .bind("id", id)
                        .mapValue(Integer.class)
                        .one()
                        .block();
        assertThat(seats).isEqualTo(5);
    }

    @Test
    void anEventMayHaveADayAndNoHour() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        ObjectNode node =
                sample.eventNode(id)
                        .put("date", "2024-08-11")
                        .put("endedAt", "2024-08-11T17:00:00Z");
        node.putNull("startsAt").putNull("venue").putNull("capacity");
        apply(entry(node));
        Event event = events.find(id).block();
        assertThat(event.date()).isEqualTo(LocalDate.of(2024, 8, 11));
        assertThat(event.startsAt()).isNull();
        assertThat(event.venue()).isNull();
        assertThat(event.capacity()).isNull();
        assertThat(event.hasEnded(Instant.now())).isTrue();
        assertThat(events.findBySlug(event.slug()).block()).isEqualTo(event);
    }

    @Test
    void allUnitsOfTheCountryAreTakenInSeconds() {
        List<FeedEntry> entries = new ArrayList<>();
        for (int set = 0; set < 91; set++) {
            ObjectNode data = json.createObjectNode();
            ArrayNode units = data.putArray("units");
            for (int i = 0; i < 1000; i++) {
                units.addObject()
                        .put("id", new UUID(0x7000L + set, 0x8000000000000000L + i).toString())
                        .put("name", "Desa " + i)
                        .put("kind", "desa")
                        .put("regionCode", "33.18.01.2001")
                        .put("headTitle", "Kepala Desa")
                        .put("active", true)
                        .put("revision", 1);
            }
            entries.add(new FeedEntry("units.changed", "units", data));
        }
        Instant before = Instant.now();
        for (int i = 0; i < entries.size(); i += 10) {
            apply(entries.subList(i, Math.min(i + 10, entries.size())).toArray(FeedEntry[]::new));
        }
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(60));
        assertThat(
                        database.sql("select count(*) from unit where name like 'Desa %'")
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isGreaterThanOrEqualTo(91_000);
    }

    private FeedEntry entry(ObjectNode event) {
        return new FeedEntry("event.changed", event.path("id").stringValue(), event);
    }

    private void apply(FeedEntry... entries) {
        feed.apply(List.of(entries)).as(transaction::transactional).block();
    }

    private Long count(String table, UUID id) {
        return database.sql("select count(*) from " + table + " where event_id = :id")
                .bind("id", id)
                .mapValue(Long.class)
                .one()
                .block();
    }
}
