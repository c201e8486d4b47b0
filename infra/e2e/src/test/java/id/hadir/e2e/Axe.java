package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks axe whether people with disabilities can use the page. */
final class Axe {

    private static final String SCRIPT = script();

    private Axe() {}

    static void findsNothingSerious(Page page) {
        page.evaluate(SCRIPT);
        Object found =
                page.evaluate(
                        """
                        async () => (await axe.run()).violations
                          .filter(v => v.impact === 'serious' || v.impact === 'critical')
                          .map(v => ({rule: v.id, help: v.help, at: v.nodes.map(n => n.html).slice(0, 3)}))
                        """);
        assertThat((List<?>) Objects.requireNonNull(found))
                .as("what axe finds serious or critical on " + page.url())
                .allSatisfy(violation -> assertThat((Map<?, ?>) violation).isEmpty());
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
