package id.hadir.events.naming;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "Soka\"an, sokaan",
                "KI'E, kie",
                "|Lubuk Pakam I,II|, lubuk pakam i ii",
                "2 x 11 Kayu Tanam, 2 x 11 kayu tanam",
                "  Dinas  P.U. , dinas p u",
                "Éndé, ende",
                "***, ||",
            })
    void spellingsThatPeopleTakeForTheSameAreTheSame(String name, String folded) {
        assertThat(Folded.of(name)).isEqualTo(folded);
    }

    @Property
    boolean foldingTwiceChangesNothing(@ForAll String name) {
        String folded = Folded.of(name);
        return Folded.of(folded).equals(folded);
    }
}
