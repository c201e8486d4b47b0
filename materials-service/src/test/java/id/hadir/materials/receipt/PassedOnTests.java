package id.hadir.materials.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.hadir.kit.problem.Problem;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The number of people to whom a material was passed on, typed or sent. */
class PassedOnTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Property
    void aNumberIsReadAsItIsTypedInIndonesia(@ForAll @IntRange(max = 5_000_000) int number) {
        assertThat(PassedOn.read(String.format(Locale.of("id"), " %,d ", number)))
                .isEqualTo(number);
        assertThat(PassedOn.read(JSON.valueToTree(number))).isEqualTo(number);
    }

    @Property
    void whateverIsTypedIsANumberWithinItsBoundsOrRefused(@ForAll("typed") String typed) {
        try {
            assertThat(PassedOn.read(typed)).isBetween(0, PassedOn.MOST);
        } catch (Problem refused) {
            assertThat(refused.status().value()).isEqualTo(422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"42\"",
                "4.2",
                "4.0",
                "1e3",
                "-1",
                "5000001",
                "4294967296",
                "[]",
                "{}",
                "true",
                "99999999999999999999999999"
            })
    void otherJsonIsRefused(String value) {
        JsonNode sent = JSON.readTree(value);
        Problem refused = catchThrowableOfType(Problem.class, () -> PassedOn.read(sent));
        assertThat(refused.status().value()).isEqualTo(422);
    }

    @Provide
    static Arbitrary<String> typed() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars("0123456789. -+e٣").ofMaxLength(12));
    }
}
