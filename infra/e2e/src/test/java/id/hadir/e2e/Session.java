package id.hadir.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser's session without the browser.
 *
 * @param cookie of the session
 * @param csrf token that its pages carry
 */
record Session(String cookie, String csrf) {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    static Session signIn(String username, String password) {
        Fuzzer.Answered answer =
                post("/masuk", List.of(), "username", username, "password", password);
        Matcher cookie = Pattern.compile("hadir_session=([^;,\\]]+)").matcher(answer.headers());
        if (!cookie.find()) {
            throw new AssertionError("not signed in: " + answer.status());
        }
        String session = "hadir_session=" + cookie.group(1);
        Matcher csrf =
                CSRF.matcher(
                        Fuzzer.send(new FuzzCall("GET", "/akun", List.of("Cookie", session), null))
                                .body());
        if (!csrf.find()) {
            throw new AssertionError("no form on /akun");
        }
        return new Session(session, csrf.group(1));
    }

    String secret() {
        return cookie.substring(cookie.indexOf('=') + 1);
    }

    /**
     * @param fields names and values in turn
     */
    static Fuzzer.Answered post(String path, List<String> headers, String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
        return Fuzzer.send(
                new FuzzCall("POST", path, all, form.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
