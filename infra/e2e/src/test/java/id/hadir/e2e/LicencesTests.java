package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is shipped may be: {@code infra/licences.txt} names the licences, and who is let off. */
class LicencesTests {

    private final Set<String> allowed = new HashSet<>();
    private final Map<String, String> exceptions = new HashMap<>();

    LicencesTests() {
        for (String[] cells : Lines.of("infra/licences.txt")) {
            if (cells.length == 1) {
                allowed.add(cells[0]);
            } else {
                assertThat(cells).as("id | licence | reason").hasSize(3);
                exceptions.put(cells[0], cells[1]);
            }
        }
    }

    @Test
    void everythingShippedHasALicenceThatIsAllowed() {
        assertThat(BillOfMaterials.read())
                .hasSizeGreaterThan(100)
                .filteredOn(this::isForeign)
                .isEmpty();
    }

    @Test
    void everyExceptionIsStillNeeded() {
        assertThat(BillOfMaterials.read())
                .extracting(BillOfMaterials.Component::id)
                .containsAll(exceptions.keySet());
    }

    /** The control: another licence, or none, is seen. */
    @Test
    void anotherLicenceIsSeen() {
        assertThat(isForeign(component("GPL-3.0-only"))).isTrue();
        assertThat(isForeign(component("AGPL-3.0-only"))).isTrue();
        assertThat(isForeign(component())).isTrue();
        assertThat(isForeign(component("GPL-3.0-only", "MIT"))).isFalse();
    }

    private static BillOfMaterials.Component component(String... licences) {
        return new BillOfMaterials.Component("org.example", "x", "1", java.util.List.of(licences));
    }

    private boolean isForeign(BillOfMaterials.Component component) {
        String excepted = exceptions.getOrDefault(component.id(), "");
        return component.licences().stream().noneMatch(allowed::contains)
                && !component.licences().contains(excepted)
                && !(component.licences().isEmpty() && !excepted.isEmpty());
    }
}
