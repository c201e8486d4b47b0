package id.hadir.kit.test;

import id.hadir.kit.security.AccessTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Compares what a service's {@link AccessTable} lets in with what its part of the API document
 * says: both as {@code GET /api/events/{}}, since variables may be named differently.
 */
public final class OpenApiCoverage {

    private OpenApiCoverage() {}

    /** The calls below {@code /api} that the service answers; HEAD goes without saying. */
    public static Set<String> answered(AccessTable table) {
        return table.asList().stream()
                .filter(row -> row.pattern().startsWith("/api/"))
                .filter(row -> !row.method().equals(HttpMethod.HEAD))
                .map(row -> call(row.method().name(), row.pattern()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * @param part name of the part, such as {@code events}
     */
    public static Set<String> documented(String part) {
        try (InputStream yaml =
                new ClassPathResource("openapi/" + part + ".yaml").getInputStream()) {
            Map<String, Map<String, Map<String, Object>>> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            Set<String> calls = new TreeSet<>();
            document.getOrDefault("paths", Map.of())
                    .forEach((path, item) -> item.keySet().forEach(m -> calls.add(call(m, path))));
            return calls;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String call(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]+}", "{}");
    }
}
