package id.hadir.events.organise;

import id.hadir.events.Caller;
import id.hadir.kit.test.TestTokens;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** An organiser of a new agency, with a browser without script. */
abstract class OrganiserTest {

    static final String CSRF = "a-token-of-the-session";

    @Autowired Caller caller;

    String agency = "";
    String session = "";

    @BeforeEach
    void signIn() {
        agency = caller.agency("Bawaslu Kabupaten Pati", "33.18");
        session = TestTokens.organiserSession(agency, CSRF);
    }

    static MultiValueMap<String, String> complete(String title) {
        MultiValueMap<String, String> form =
                form("type", "rakor", "title", title, "date", "2027-08-11", "startsAt", "09:00");
        form.add("venue.name", "Hotel New Merdeka");
        form.add("venue.regionCode.province", "33");
        form.add("venue.regionCode.regency", "33.18");
        form.add("registration.mode", "invited");
        form.add("registration.waitlist", "on");
        return form;
    }

    static MultiValueMap<String, String> form(String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>(Map.of());
        form.add("_csrf", CSRF);
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return form;
    }

    String created(MultiValueMap<String, String> form) {
        return location(post(session, "/panitia/baru", form));
    }

    static String location(ResponseSpec response) {
        return Objects.requireNonNull(
                        response.expectStatus()
                                .isSeeOther()
                                .returnResult(Void.class)
                                .getResponseHeaders()
                                .getLocation())
                .toString();
    }

    ResponseSpec post(String token, String path, MultiValueMap<String, String> form) {
        return caller.request(HttpMethod.POST, token, path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    String html(String token, String path) {
        return body(caller.get(token, path).expectStatus().isOk());
    }

    static String body(ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(String.class).returnResult().getResponseBody());
    }

    /** The value of an input, as the form would send it again. */
    static String value(String html, String field) {
        Matcher input =
                Pattern.compile("name=\"" + Pattern.quote(field) + "\" value=\"([^\"]*)\"")
                        .matcher(html);
        if (!input.find()) {
            throw new AssertionError("no field " + field + " in " + html);
        }
        return input.group(1);
    }
}
