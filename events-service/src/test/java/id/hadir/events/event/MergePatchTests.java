package id.hadir.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MergePatchTests {

    private static final JsonMapper json = JsonMapper.shared();

    /** From RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"} | {\"a\":null} | {}",
                "{\"a\":[\"b\"]} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]} | {\"a\":[1]}",
                "{\"e\":null} | {\"a\":1} | {\"e\":null,\"a\":1}",
                "{} | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}",
            })
    void itIsTheRfc(String target, String patch, String result) {
        assertThat(MergePatch.apply((ObjectNode) json.readTree(target), json.readTree(patch)))
                .isEqualTo(json.readTree(result));
    }

    @Property
    void nothingChangesNothing(@ForAll("documents") ObjectNode target) {
        assertThat(MergePatch.apply(target.deepCopy(), json.createObjectNode())).isEqualTo(target);
    }

    @Property
    void twiceIsAsOnce(
            @ForAll("documents") ObjectNode target, @ForAll("documents") ObjectNode patch) {
        JsonNode once = MergePatch.apply(target.deepCopy(), patch);
        assertThat(MergePatch.apply((ObjectNode) once.deepCopy(), patch)).isEqualTo(once);
    }

    @Property
    void whatIsNullInThePatchIsGoneAndWhatItDoesNotNameStays(
            @ForAll("documents") ObjectNode target, @ForAll("documents") ObjectNode patch) {
        JsonNode result = MergePatch.apply(target.deepCopy(), patch);
        for (String field : List.of("a", "b", "c")) {
            if (!patch.has(field)) {
                assertThat(result.get(field)).isEqualTo(target.get(field));
            } else {
                assertThat(result.has(field)).isNotEqualTo(patch.path(field).isNull());
            }
        }
    }

    @Provide
    static Arbitrary<ObjectNode> documents() {
        return Arbitraries.lazyOf(MergePatchTests::empty, MergePatchTests::object);
    }

    private static Arbitrary<ObjectNode> empty() {
        return Arbitraries.create(json::createObjectNode);
    }

    private static Arbitrary<ObjectNode> object() {
        Arbitrary<JsonNode> value =
                Arbitraries.oneOf(
                        Arbitraries.of("1", "\"x\"", "null", "true", "[1,null]", "[{\"a\":null}]")
                                .map(json::readTree),
                        documents());
        return Arbitraries.maps(Arbitraries.of("a", "b", "c"), value)
                .ofMaxSize(3)
                .map(
                        fields -> {
                            ObjectNode object = json.createObjectNode();
                            fields.forEach(object::set);
                            return object;
                        });
    }
}
