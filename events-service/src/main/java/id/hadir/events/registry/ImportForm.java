package id.hadir.events.registry;

import id.hadir.events.organise.RegionChoice;
import id.hadir.events.unit.UnitFile.Usual;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Flux;

/**
 * A table of units, as a file or as text, and what holds for all of them.
 *
 * @param file empty where none was chosen
 */
record ImportForm(Map<String, String> values, Flux<DataBuffer> file) {

    static final String REGION = "regionCode";

    static ImportForm blank(String region) {
        return new ImportForm(Map.of(REGION, region, "kind", "opd"), Flux.empty());
    }

    static ImportForm typed(MultiValueMap<String, String> form) {
        return new ImportForm(values(form), Flux.empty());
    }

    static ImportForm sent(MultiValueMap<String, Part> parts) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Flux<DataBuffer> file = Flux.empty();
        for (Part part : parts.toSingleValueMap().values()) {
            if (part instanceof FormFieldPart field) {
                fields.add(field.name(), field.value());
            } else if (part instanceof FilePart chosen && !chosen.filename().isEmpty()) {
                file = chosen.content();
            }
        }
        return new ImportForm(values(fields), file);
    }

    private static Map<String, String> values(MultiValueMap<String, String> form) {
        Map<String, String> values = new HashMap<>(form.toSingleValueMap());
        values.put(REGION, RegionChoice.typed(REGION, form));
        return values;
    }

    Usual usual() {
        return new Usual(given("kind"), given(REGION));
    }

    private @Nullable String given(String field) {
        String value = values.getOrDefault(field, "");
        return value.isEmpty() ? null : value;
    }

    String table() {
        return values.getOrDefault("table", "");
    }

    String region() {
        return values.getOrDefault(REGION, "");
    }

    /** Whether the units are to be taken in, not only looked at. */
    boolean isToImport() {
        return "impor".equals(values.get("lanjut"));
    }
}
