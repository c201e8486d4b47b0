package id.hadir.gateway;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/** A person's browser: keeps its cookies, and sends the CSRF token of the last page with a form. */
public final class Browser {

    /** What the browser was answered; it follows no redirect by itself. */
    public record Answer(int status, String location, String body) {}

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final WebTestClient http;
    private final Map<String, String> cookies = new HashMap<>();
    private String csrf = "";

    public Browser(WebTestClient http) {
        this.http = http;
    }

    public Browser signIn(String username, String password) {
        Answer answer = post("/masuk", "username", username, "password", password);
        if (answer.status() != 303) {
            throw new AssertionError("not signed in: " + answer);
        }
        get("/akun");
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public String csrf() {
        return csrf;
    }

    public Answer get(String path) {
        return remember(http.get().uri(path).cookies(this::send).exchange());
    }

    /**
     * @param fields names and values in turn
     */
    public Answer post(String path, String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("_csrf", csrf);
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return remember(
                http.post()
                        .uri(path)
                        .cookies(this::send)
                        .body(BodyInserters.fromFormData(form))
                        .exchange());
    }

    private void send(MultiValueMap<String, String> all) {
        cookies.forEach(all::add);
    }

    private Answer remember(WebTestClient.ResponseSpec response) {
        EntityExchangeResult<byte[]> result = response.expectBody().returnResult();
        for (ResponseCookie cookie : result.getResponseCookies().toSingleValueMap().values()) {
            if (cookie.getMaxAge().isZero()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
        byte[] bytes = result.getResponseBodyContent();
        String body = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        Matcher token = CSRF.matcher(body);
        if (token.find()) {
            csrf = token.group(1);
        }
        return new Answer(
                result.getStatus().value(),
                Objects.toString(result.getResponseHeaders().getLocation(), ""),
                body);
    }
}
