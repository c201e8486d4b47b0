package id.hadir.e2e;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent.
 *
 * @param headers names and values in turn
 */
record FuzzCall(String method, String target, List<String> headers, byte @Nullable [] body) {

    private static final int SHOWN = 300;

    HttpRequest request(String url) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + target))
                        .timeout(AnswerCheck.PATIENCE_FOR_PRINT.multipliedBy(2))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        return request.build();
    }

    /** Without tokens, which a log of the tests has no business to hold. */
    @Override
    public String toString() {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return "%s %s %s %s"
                .formatted(
                        method,
                        shortened(target),
                        headers.toString().replaceAll("Bearer [^,\\]]+", "Bearer …"),
                        shortened(text));
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… " + text.length();
    }
}
