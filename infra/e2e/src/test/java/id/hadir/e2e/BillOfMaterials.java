package id.hadir.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shipped with the four services and the launcher, as the build wrote it down. */
final class BillOfMaterials {

    private static final List<String> PARTS =
            List.of(
                    "gateway",
                    "events-service",
                    "attendance-service",
                    "materials-service",
                    "infra/local");
    private static final String OURS = "id.hadir";

    /**
     * @param licences SPDX ids, or names where there is none; one of them may be chosen
     */
    record Component(String group, String name, String version, List<String> licences) {

        String id() {
            return group + ":" + name;
        }
    }

    private BillOfMaterials() {}

    static Collection<Component> read() {
        Map<String, Component> components = new TreeMap<>();
        for (String part : PARTS) {
            document(part)
                    .path("components")
                    .forEach(
                            node -> {
                                Component component = component(node);
                                if (!component.group().equals(OURS)) {
                                    components.put(component.id() + component.version(), component);
                                }
                            });
        }
        return components.values();
    }

    private static JsonNode document(String part) {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(RunningSystem.file(part + "/target/bom.json")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Component component(JsonNode node) {
        return new Component(
                node.path("group").asString(),
                node.path("name").asString(),
                node.path("version").asString(),
                node.path("licenses").valueStream().flatMap(BillOfMaterials::licence).toList());
    }

    private static Stream<String> licence(JsonNode entry) {
        JsonNode licence = entry.path("license");
        return Stream.of(
                        licence.path("id").asString(""),
                        licence.path("name").asString(""),
                        entry.path("expression").asString(""))
                .filter(name -> !name.isEmpty())
                .limit(1);
    }
}
