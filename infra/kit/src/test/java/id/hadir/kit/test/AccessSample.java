package id.hadir.kit.test;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A call of one row that is good in all but who makes it.
 *
 * @param isOfAgency whether it is about a thing of the sample's agency though the path has no id
 * @param secret what only those may read whom the row's scope lets near; empty for nothing
 */
public record AccessSample(
        String path,
        @Nullable MediaType type,
        Object body,
        Map<String, String> headers,
        boolean isOfAgency,
        String secret) {

    /** A GET, or another call without a body. */
    public static AccessSample of(String path) {
        return of(path, null, "");
    }

    public static AccessSample of(String path, @Nullable MediaType type, Object body) {
        return new AccessSample(path, type, body, Map.of(), false, "");
    }

    public static AccessSample json(String path, Object body) {
        return of(
                path, MediaType.APPLICATION_JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param fields names and values in turn
     */
    public static AccessSample form(String path, String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return of(path, MediaType.APPLICATION_FORM_URLENCODED, form);
    }

    public AccessSample header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new AccessSample(path, type, body, more, isOfAgency, secret);
    }

    public AccessSample ofAgency() {
        return new AccessSample(path, type, body, headers, true, secret);
    }

    public AccessSample secret(String text) {
        return new AccessSample(path, type, body, headers, isOfAgency, text);
    }
}
