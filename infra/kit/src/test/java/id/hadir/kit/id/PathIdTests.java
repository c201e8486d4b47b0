package id.hadir.kit.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathIdTests {

    @Test
    void anIdIsReadAsItWasGiven() {
        UUID id = UUID.randomUUID();
        assertThat(PathId.of(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "00000000-0000-0000-0000-00000000000g", " "})
    void whatIsNoIdIsNotFound(String text) {
        assertThatThrownBy(() -> PathId.of(text)).hasMessage("not-found");
    }

    @Property
    void anyTextIsAnIdThatIsWrittenTheSameOrNotFound(@ForAll("almost") String text) {
        assertThat(PathId.parse(text).map(UUID::toString))
                .isIn(Optional.empty(), Optional.of(text.toLowerCase(Locale.ROOT)));
    }

    @Property
    void everyIdIsReadBack(@ForAll long most, @ForAll long least) {
        UUID id = new UUID(most, least);
        assertThat(PathId.of(id.toString())).isEqualTo(id);
    }

    @Provide
    static Arbitrary<String> almost() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars("0123456789abcdefABCDEF-g").ofLength(36),
                Arbitraries.create(UUID::randomUUID)
                        .map(UUID::toString)
                        .flatMap(
                                id ->
                                        Combinators.combine(
                                                        Arbitraries.integers().between(0, 36),
                                                        Arbitraries.strings().ofMaxLength(1))
                                                .as(
                                                        (at, more) ->
                                                                id.substring(0, at)
                                                                        + more
                                                                        + id.substring(at))));
    }
}
