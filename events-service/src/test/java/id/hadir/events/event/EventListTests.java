package id.hadir.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.listing.Cursor;
import id.hadir.kit.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class EventListTests {

    @Autowired Caller caller;

    String agency = "";

    /** Four events of one agency: published, a draft, cancelled, and over. */
    @BeforeEach
    void events() {
        agency = caller.agency("Bawaslu Kabupaten Badung", "51.03");
        event("rakor", "Publik", "2027-03-01T09:00:00+08:00", "publish");
        event("rapat", "Rahasia", "2027-03-02T09:00:00+08:00");
        event("rakor", "Batal", "2027-03-03T09:00:00+08:00", "publish", "cancel");
        event("bimtek", "Lewat", "2023-03-04T09:00:00+08:00", "publish");
    }

    private void event(String type, String title, String startsAt, String... then) {
        String id =
                caller.event(
                                agency,
                                Map.of(
                                        "type",
                                        type,
                                        "title",
                                        title + " Netralitas",
                                        "startsAt",
                                        startsAt,
                                        "venue",
                                        Map.of("name", "Aula", "regionCode", "51.03")))
                        .path("id")
                        .stringValue();
        for (String step : then) {
            caller.post(
                            TestTokens.organiser(agency),
                            "/api/events/" + id + "/" + step,
                            Map.of("reason", "Banjir"))
                    .expectStatus()
                    .isOk();
        }
    }

    private List<String> titles(String token, String query) {
        return caller.getJson(token, "/api/events?agencyId=" + agency + "&" + query)
                .path("items")
                .valueStream()
                .map(event -> event.path("title").stringValue().split(" ")[0])
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'Lewat Publik Batal'",
        "order=desc, 'Batal Publik Lewat'",
        "status=published, Publik",
        "status=completed, Lewat",
        "status=cancelled, Batal",
        "status=draft, ''",
        "type=bimtek, Lewat",
        "from=2027-03-02, Batal",
        "from=2027-03-01T12:00:00+08:00, 'Publik Batal'",
        "to=2027-03-01, 'Lewat Publik'",
        "from=2027-01-01&to=2027-12-31&type=rakor, 'Publik Batal'",
        "regionCode=51, 'Lewat Publik Batal'",
        "regionCode=52, ''",
        "q=publik, Publik",
        "q=AULA badung netral, 'Lewat Publik Batal'",
    })
    void thePublicFindsWhatIsPublic(String query, String titles) {
        assertThat(String.join(" ", titles(TestTokens.anyone(), query))).isEqualTo(titles);
    }

    @Test
    void onlyWhatNobodyInParticularAskedForMayBeShared() {
        String list = "/api/events?agencyId=" + agency;
        caller.get(TestTokens.anyone(), list)
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=0, public, s-maxage=2");
        caller.get(TestTokens.organiser(agency), list)
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache, private");
    }

    @Test
    void itsOrganiserAlsoFindsTheDraft() {
        assertThat(titles(TestTokens.organiser(agency), "")).contains("Rahasia").hasSize(4);
        assertThat(titles(TestTokens.organiser(agency), "status=draft")).containsExactly("Rahasia");
        assertThat(titles(TestTokens.admin(), "status=draft")).containsExactly("Rahasia");
        String other = caller.agency("Bawaslu Lain", "51.04");
        assertThat(titles(TestTokens.organiser(other), "status=draft")).isEmpty();
    }

    @Test
    void aDraftThatWasCancelledIsItsOrganisersOwnBusiness() {
        event("rapat", "Urung", "2027-03-05T09:00:00+08:00", "cancel");
        assertThat(titles(TestTokens.anyone(), "status=cancelled")).containsExactly("Batal");
        assertThat(titles(TestTokens.desk(agency), "status=cancelled")).containsExactly("Batal");
        assertThat(titles(TestTokens.organiser(agency), "status=cancelled"))
                .containsExactly("Batal", "Urung");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                ",",
                "+999999999-01-01T00:00:00Z,0198f000-0000-7000-8000-000000000001",
                "-999999999-01-01T00:00:00Z,0198f000-0000-7000-8000-000000000001",
                "begins,a,b,c",
                "holds,a,b,0198f000",
                "a,b,c"
            })
    void aForgedCursorIsRefusedOrAsksForNothing(String keys) {
        Cursor cursor = Cursor.of(keys.split(",", -1));
        String event = ids().getFirst();
        for (String list :
                List.of(
                        "/api/events?x=1",
                        "/api/units?x=1",
                        "/api/units?q=desa",
                        "/api/regions?parent=33",
                        "/api/agencies?x=1",
                        "/api/events/" + event + "/invitations?x=1")) {
            int status =
                    caller.get(TestTokens.admin(), list + "&cursor=" + cursor)
                            .expectBody()
                            .returnResult()
                            .getStatus()
                            .value();
            assertThat(status).as(list).isIn(200, 422);
        }
        caller.get(TestTokens.anyone(), "/api/events?cursor=" + cursor)
                .expectStatus()
                .isEqualTo(422);
    }

    private List<String> ids() {
        return caller.getJson(TestTokens.anyone(), "/api/events?agencyId=" + agency)
                .path("items")
                .valueStream()
                .map(event -> event.path("id").stringValue())
                .toList();
    }

    @Test
    void aListGoesOnWhereItStopped() {
        List<String> found = new ArrayList<>();
        String cursor = "";
        for (int i = 0; i < 3; i++) {
            JsonNode page =
                    caller.getJson(
                            TestTokens.anyone(),
                            "/api/events?limit=1&agencyId=" + agency + "&cursor=" + cursor);
            found.add(page.path("items").path(0).path("title").stringValue());
            cursor = page.path("next").asString("");
        }
        assertThat(found)
                .containsExactly("Lewat Netralitas", "Publik Netralitas", "Batal Netralitas");
        assertThat(cursor).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=kemarin",
                "from=2027-03-01T09:00:00",
                "to=2027-02-30",
                "status=lost",
                "type=pesta",
                "regionCode=1",
                "limit=1000",
                "cursor=x",
                "agencyId=x",
                "order=up"
            })
    void aWrongParameterIsTold(String query) {
        caller.get(TestTokens.anyone(), "/api/events?" + query).expectStatus().isEqualTo(422);
    }
}
