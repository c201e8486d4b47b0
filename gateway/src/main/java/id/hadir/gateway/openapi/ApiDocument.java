package id.hadir.gateway.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parts of all services as one OpenAPI document. The build collects them, so that the document
 * is there, and the same, whichever service is down. A name that two parts give is an error of the
 * build, found by the first test that starts the gateway.
 */
@Component
class ApiDocument {

    private final byte[] json;

    ApiDocument(JsonMapper mapper) {
        Map<String, Object> document = part("gateway");
        Stream.of("events", "attendance", "materials")
                .map(ApiDocument::part)
                .forEach(part -> add(part, document, ""));
        this.json = mapper.writeValueAsBytes(document);
    }

    byte[] json() {
        return json;
    }

    /** Objects are joined, lists appended; anything else may be said once only. */
    @SuppressWarnings("unchecked")
    static void add(Map<String, Object> part, Map<String, Object> whole, String path) {
        part.forEach(
                (name, value) -> {
                    String here = path + "/" + name;
                    Object present = whole.putIfAbsent(name, value);
                    if (present instanceof Map<?, ?> into
                            && value instanceof Map<?, ?> more
                            && isContainer(here)) {
                        add((Map<String, Object>) more, (Map<String, Object>) into, here);
                    } else if (present instanceof List<?> into && value instanceof List<?> more) {
                        whole.put(name, Stream.concat(into.stream(), more.stream()).toList());
                    } else if (present != null) {
                        throw new IllegalStateException("two parts define " + here);
                    }
                });
    }

    private static boolean isContainer(String path) {
        return path.equals("/paths") || path.matches("/components(/[^/]+)?");
    }

    private static Map<String, Object> part(String service) {
        try (InputStream yaml =
                new ClassPathResource("openapi/" + service + ".yaml").getInputStream()) {
            Map<String, Object> part =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return new LinkedHashMap<>(part);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
