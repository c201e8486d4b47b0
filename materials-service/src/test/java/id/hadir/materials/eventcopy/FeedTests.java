package id.hadir.materials.eventcopy;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.materials.MaterialsTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Entries come twice, and a later state before an earlier one. */
class FeedTests extends MaterialsTest {

    @Autowired private EventQueries events;
    @Autowired private DatabaseClient database;

    @Test
    void aLaterStateOfAnEventStandsWhateverComesAfterIt() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        tellEvent(id, 2, "published", "Judul baru", AGENCY);
        tellEvent(id, 2, "published", "Judul baru", AGENCY);
        tellEvent(id, 1, "draft", "Judul lama", AGENCY);
        assertThat(events.byId(id).block())
                .extracting(EventCopy::title, EventCopy::status)
                .containsExactly("Judul baru", "published");
        tellEvent(id, 3, "cancelled", "Judul terakhir", AGENCY);
        assertThat(events.byId(id).block()).extracting(EventCopy::status).isEqualTo("cancelled");
    }

    @Test
    void anEventWithoutATimeOfDayKeepsItsDate() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        tell(
                "event.changed",
                Map.of(
                        "id",
                        id,
                        "version",
                        1,
                        "slug",
                        slug(id),
                        "title",
                        "Rakor",
                        "status",
                        "published",
                        "agency",
                        Map.of("id", AGENCY, "name", "Bawaslu"),
                        "date",
                        "2023-02-22",
                        "timeZone",
                        "Asia/Jakarta"));
        assertThat(events.byId(id).block())
                .extracting(EventCopy::date, EventCopy::startsAt)
                .containsExactly(java.time.LocalDate.of(2023, 2, 22), null);
    }

    @Test
    void aLaterStateOfATicketStandsWhateverComesAfterIt() {
        UUID event = publishedEvent();
        UUID unit = unit("Kecamatan Baros", "kecamatan", "36.04.06");
        UUID registration = UuidCreator.getTimeOrderedEpoch();
        String id = material(event, PDF, "edaran.pdf", "attended");
        tellTicket(event, registration, "TJCKET000001", unit, "confirmed", true, 3);
        tellTicket(event, registration, "TJCKET000001", unit, "confirmed", true, 3);
        tellTicket(event, registration, "TJCKET000001", unit, "confirmed", false, 2);
        content(asTicket("TJCKET000001"), id).expectStatus().isOk();
        tellTicket(event, registration, "TJCKET000002", unit, "confirmed", true, 4);
        content(asTicket("TJCKET000001"), id).expectStatus().isForbidden();
        content(asTicket("TJCKET000002"), id).expectStatus().isOk();
    }

    @Test
    void anErasedTicketOpensNothingAndNoEarlierStateBringsItBack() {
        UUID event = publishedEvent();
        UUID unit = unit("Kecamatan Baros", "kecamatan", "36.04.06");
        UUID registration = UuidCreator.getTimeOrderedEpoch();
        String id = material(event, PDF, "edaran.pdf", "attended");
        tellTicket(event, registration, "TJCKET000003", unit, "confirmed", true, 3);
        content(asTicket("TJCKET000003"), id).expectStatus().isOk();
        tellErased(event, registration, 4);
        tellErased(event, registration, 4);
        tellTicket(event, registration, "TJCKET000003", unit, "confirmed", true, 3);
        content(asTicket("TJCKET000003"), id).expectStatus().isForbidden();
        assertThat(
                        database.sql(
                                        "select ticket_hash || unit_name from ticket_copy where"
                                                + " registration_id = :id")
                                .bind("id", registration)
                                .mapValue(String.class)
                                .one()
                                .block())
                .isEqualTo("Kecamatan Baros");
    }

    @Test
    void aThousandUnitsComeInOneEntryEvenTwiceInIt() {
        List<Map<String, Object>> units = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            units.add(unit(UuidCreator.getTimeOrderedEpoch(), "Desa " + i, 1));
        }
        UUID twice = UuidCreator.getTimeOrderedEpoch();
        units.add(unit(twice, "Desa Lama", 1));
        units.add(unit(twice, "Desa Baru", 2));
        tell("units.changed", Map.of("units", units));
        tell("units.changed", Map.of("units", units));
        tell("units.changed", Map.of("units", List.of(unit(twice, "Desa Lama", 1))));
        assertThat(
                        database.sql("select name from unit_copy where unit_id = :id")
                                .bind("id", twice)
                                .map(row -> String.valueOf(row.get("name", String.class)))
                                .one()
                                .block())
                .isEqualTo("Desa Baru");
    }

    @Test
    void entriesOfNoConcernAreLeftAlone() {
        tell("something.else", Map.of("id", 1));
    }

    private static Map<String, Object> unit(UUID id, String name, int revision) {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "kind",
                "desa",
                "regionCode",
                "33.18.10.2001",
                "active",
                true,
                "revision",
                revision);
    }
}
