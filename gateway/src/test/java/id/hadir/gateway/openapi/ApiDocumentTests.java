package id.hadir.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.hadir.gateway.GatewayTest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDocumentTests extends GatewayTest {

    private static final Set<String> METHODS =
            Set.of("get", "post", "put", "patch", "delete", "head");

    @Autowired RequestMappingHandlerMapping handlers;

    @Test
    void oneDocumentHasTheCallsOfAllServices() {
        assertThat(calls(document()))
                .contains(
                        "POST /api/tokens",
                        "POST /api/events",
                        "POST /api/events/{id}/registrations",
                        "PUT /api/materials/{id}/content");
        assertThat(document().path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document().path("tags").size()).isEqualTo(9);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode document = document();
        Set<String> broken =
                document.findValuesAsString("$ref").stream()
                        .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(broken).isEmpty();
    }

    @Test
    void everyCallHasAUniqueNameAnAnswerAndItsProblems() {
        Set<String> names = new TreeSet<>();
        document()
                .path("paths")
                .forEachEntry(
                        (path, item) ->
                                item.forEachEntry(
                                        (method, call) -> {
                                            String name = call.path("operationId").asString();
                                            assertThat(names.add(name)).as(name).isTrue();
                                            JsonNode answers = call.path("responses");
                                            assertThat(answers.propertyNames())
                                                    .as(method + " " + path)
                                                    .anyMatch(status -> status.startsWith("2"));
                                            if (!call.path("requestBody").isMissingNode()) {
                                                assertThat(answers.propertyNames())
                                                        .as(method + " " + path)
                                                        .anyMatch(status -> status.startsWith("4"));
                                            }
                                        }));
    }

    @Test
    void gatewaysOwnHandlersAreDocumented() {
        Set<String> handled =
                handlers.getHandlerMethods().keySet().stream()
                        .flatMap(
                                mapping ->
                                        mapping.getPatternsCondition().getPatterns().stream()
                                                .flatMap(
                                                        pattern ->
                                                                mapping
                                                                        .getMethodsCondition()
                                                                        .getMethods()
                                                                        .stream()
                                                                        .map(
                                                                                method ->
                                                                                        method + " "
                                                                                                + pattern)))
                        .filter(call -> call.contains(" /api/") || call.contains(" /health"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(handled).isNotEmpty();
        assertThat(calls(document())).containsAll(handled);
    }

    @Test
    void whatTwoPartsDefineIsRefused() {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("paths", new LinkedHashMap<>(Map.of("/api/x", Map.of("get", Map.of()))));
        Map<String, Object> part = Map.of("paths", Map.of("/api/x", Map.of("post", Map.of())));

        assertThatThrownBy(() -> ApiDocument.add(part, whole, ""))
                .hasMessage("two parts define /paths//api/x");
    }

    private static Set<String> calls(JsonNode document) {
        Set<String> calls = new TreeSet<>();
        document.path("paths")
                .forEachEntry(
                        (path, item) ->
                                item.propertyNames().stream()
                                        .filter(METHODS::contains)
                                        .map(method -> method.toUpperCase(Locale.ROOT))
                                        .forEach(method -> calls.add(method + " " + path)));
        return calls;
    }

    private JsonNode document() {
        byte[] body =
                http.get()
                        .uri("/api/openapi.json")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent();
        return JsonMapper.shared().readTree(body == null ? new byte[0] : body);
    }
}
