package id.hadir.attendance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/** A browser without script: it follows links and sends forms, and does not follow redirects. */
@TestComponent
@Lazy
public class Browser {

    private final WebTestClient http;

    Browser(@Value("${local.server.port}") int port) {
        this.http = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    /** What came back. */
    public record Seen(HttpStatusCode status, HttpHeaders headers, String html) {

        /** The value of an input, as the form would send it again. */
        public String value(String field) {
            Matcher input =
                    Pattern.compile("<input[^>]*name=\"" + Pattern.quote(field) + "\"[^>]*>")
                            .matcher(html);
            if (!input.find()) {
                throw new AssertionError("no field " + field + " in " + html);
            }
            Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(input.group());
            return value.find() ? value.group(1) : "";
        }

        /** Whether a radio button or box with this value is chosen. */
        public boolean isChosen(String field, String value) {
            Pattern chosen =
                    Pattern.compile(
                            "<input[^>]*name=\"%s\"[^>]*value=\"%s\"[^>]*\\schecked[^>]*>"
                                    .formatted(Pattern.quote(field), Pattern.quote(value)));
            return chosen.matcher(html).find();
        }

        public String location() {
            return Objects.requireNonNull(headers.getFirst(HttpHeaders.LOCATION));
        }
    }

    public Seen get(String token, String path) {
        return seen(
                http.get()
                        .uri(path)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult());
    }

    public Seen submit(String token, String path, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach((name, value) -> form.put(name, List.of(value)));
        return seen(
                http.post()
                        .uri(path)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body(BodyInserters.fromFormData(form))
                        .exchange()
                        .expectBody(String.class)
                        .returnResult());
    }

    private static Seen seen(EntityExchangeResult<String> result) {
        return new Seen(
                result.getStatus(),
                result.getResponseHeaders(),
                Objects.requireNonNullElse(result.getResponseBody(), ""));
    }
}
