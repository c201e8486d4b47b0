package id.hadir.kit.listing;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.problem.Problem;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CursorTests {

    @Property
    void keysComeBackAsTheyWereWhateverTheyHold(
            @ForAll @Size(min = 1, max = 4) List<@From("keys") String> keys) {
        Cursor cursor = new Cursor(keys);
        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
        assertThat(cursor.toString()).matches("[A-Za-z0-9_.-]*");
    }

    @Test
    void aKeyMayHoldWhatSeparatesKeys() {
        Cursor cursor = Cursor.of("Dinas\u001fPU", "a.b", "");
        assertThat(Cursor.parse(cursor.toString()).keys())
                .containsExactly("Dinas\u001fPU", "a.b", "");
    }

    @Property
    void anyTextIsACursorOrRefused(@ForAll String text) {
        assertIsReadOrRefused(text);
    }

    @Property
    void anyTextInItsAlphabetIsACursorOrRefused(@ForAll("written") String text) {
        assertIsReadOrRefused(text);
    }

    @Property
    void aKeyThatIsNotThereIsRefused(@ForAll @NotEmpty List<@From("keys") String> keys) {
        assertIsRefusal(() -> new Cursor(keys).key(keys.size()));
    }

    private static void assertIsReadOrRefused(String text) {
        try {
            assertThat(Cursor.parse(text).keys())
                    .isNotEmpty()
                    .noneMatch(key -> key.indexOf('\0') >= 0);
        } catch (Problem refused) {
            assertThat(refused.status().value()).isEqualTo(422);
        }
    }

    private static void assertIsRefusal(Runnable call) {
        try {
            call.run();
        } catch (Problem refused) {
            assertThat(refused.status().value()).isEqualTo(422);
            return;
        }
        throw new AssertionError("a key that is not there was read");
    }

    /** All that PostgreSQL may have stored: no NUL and no half of a character. */
    @Provide
    static Arbitrary<String> keys() {
        return Arbitraries.strings()
                .all()
                .withChars("\u001f.,;\u0001")
                .ofMaxLength(12)
                .filter(
                        key ->
                                key.codePoints()
                                        .noneMatch(
                                                c ->
                                                        c == 0
                                                                || Character.getType(c)
                                                                        == Character.SURROGATE));
    }

    @Provide
    static Arbitrary<String> written() {
        return Arbitraries.strings().alpha().numeric().withChars("-_.=").ofMaxLength(40);
    }
}
