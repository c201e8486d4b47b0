package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing is shipped in a version that is known to be vulnerable: {@code
 * infra/dependency-floor.txt} names the lowest good ones. What is younger than that list, {@code
 * infra/verify --advisories} asks.
 */
class VersionFloorTests {

    /**
     * @param artifact GROUP:NAME, or GROUP:* for all of the group
     * @param lowest version without that fault, or {@code never}
     */
    private record Floor(String artifact, String lowest, String advisory, String reason) {

        boolean isOf(BillOfMaterials.Component component) {
            return artifact.equals(component.id()) || artifact.equals(component.group() + ":*");
        }

        boolean isAbove(BillOfMaterials.Component component) {
            return isOf(component)
                    && (lowest.equals("never")
                            || BY_NUMBER.compare(component.version(), lowest) < 0);
        }
    }

    private static final Comparator<String> BY_NUMBER = VersionFloorTests::compare;

    private final List<Floor> floors =
            Lines.of("infra/dependency-floor.txt").stream()
                    .map(cells -> new Floor(cells[0], cells[1], cells[2], cells[3]))
                    .toList();

    @Test
    void nothingShippedIsBelowItsLowestGoodVersion() {
        assertThat(floors).hasSizeGreaterThan(20);
        assertThat(BillOfMaterials.read().stream().flatMap(this::below)).isEmpty();
    }

    @Test
    void eachFloorIsOfSomethingThatIsShippedAndNamesItsAdvisory() {
        assertThat(floors)
                .allSatisfy(
                        floor -> {
                            assertThat(floor.advisory()).matches("(CVE|GHSA)-.+|-");
                            assertThat(floor.reason()).isNotBlank();
                            assertThat(BillOfMaterials.read().stream().anyMatch(floor::isOf))
                                    .as(floor.artifact())
                                    .isNotEqualTo(floor.lowest().equals("never"));
                        });
    }

    /** The control: an old version is seen. */
    @Test
    void anOldVersionIsSeen() {
        assertThat(below(netty("4.1.100.Final"))).isNotEmpty();
        assertThat(below(netty("999.0.0.Final"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.9.0, 1.10.0",
        "4.2.9.Final, 4.2.18.Final",
        "42.7.2, 42.7.10",
        "2.0, 2.0.1",
        "3.2.0-RC1, 3.2.0"
    })
    void versionsAreComparedByTheirNumbers(String lower, String higher) {
        assertThat(compare(lower, higher)).isNegative();
        assertThat(compare(higher, lower)).isPositive();
        assertThat(compare(lower, lower)).isZero();
    }

    private static BillOfMaterials.Component netty(String version) {
        return new BillOfMaterials.Component("io.netty", "netty-codec-http", version, List.of());
    }

    private Stream<String> below(BillOfMaterials.Component component) {
        return floors.stream()
                .filter(floor -> floor.isAbove(component))
                .map(floor -> component.id() + " " + component.version() + ": " + floor);
    }

    /** A candidate of a version is below it. */
    private static int compare(String one, String other) {
        int byNumbers = Arrays.compare(numbers(one), numbers(other));
        return byNumbers != 0 ? byNumbers : Boolean.compare(isCandidate(other), isCandidate(one));
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("[-.]"))
                .takeWhile(part -> part.matches("[0-9]+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static boolean isCandidate(String version) {
        return version.matches(".*-(M|RC|alpha|beta|rc)[-.0-9]*");
    }
}
