package id.hadir.events.region;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.Caller;
import id.hadir.events.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class RegionApiTests {

    @Autowired Caller caller;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "33, Jawa Tengah, province,",
                "11.10, Kabupaten Aceh Singkil, regency, 11",
                "36.04.06, Waringinkurung, district, 36.04",
                "35.13.15.2017, Soka\"an, village, 35.13.15",
                "12.07.28.1007, |Lubuk Pakam I,II|, village, 12.07.28",
            })
    void aRegionIsWhatTheFilesSay(String code, String name, String level, String parent) {
        JsonNode region = caller.getJson(TestTokens.anyone(), "/api/regions/{code}", code);
        assertThat(region.propertyNames())
                .containsExactlyInAnyOrder("code", "name", "level", "parent");
        assertThat(region.path("name").stringValue()).isEqualTo(name);
        assertThat(region.path("level").stringValue()).isEqualTo(level);
        assertThat(region.path("parent").asString(null)).isEqualTo(parent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "11.1", "33.18.", "x", "33.18.01.2001.1"})
    void whatIsNoRegionIsNotFound(String code) {
        caller.get(TestTokens.anyone(), "/api/regions/" + code).expectStatus().isNotFound();
    }

    @Test
    void withoutParentTheProvincesAreListed() {
        JsonNode provinces = caller.getJson(TestTokens.anyone(), "/api/regions");
        assertThat(provinces.path("items")).hasSize(38);
        assertThat(provinces.path("next").isNull()).isTrue();
    }

    @Test
    void aListGoesOnWhereItStopped() {
        JsonNode first = caller.getJson(TestTokens.anyone(), "/api/regions?parent=33&limit=20");
        JsonNode second =
                caller.getJson(
                        TestTokens.anyone(),
                        "/api/regions?parent=33&limit=20&cursor={cursor}",
                        first.path("next").stringValue());
        assertThat(first.path("items")).hasSize(20);
        assertThat(second.path("items")).hasSize(15);
        assertThat(codes(second)).doesNotContainAnyElementsOf(codes(first)).contains("33.76");
    }

    @Test
    void aParentThatIsNoCodeIsTold() {
        caller.get(TestTokens.anyone(), "/api/regions?parent=jawa")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("parent");
    }

    private static List<String> codes(JsonNode listing) {
        return listing.path("items")
                .valueStream()
                .map(item -> item.path("code").stringValue())
                .toList();
    }
}
