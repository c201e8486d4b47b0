package id.hadir.gateway.rush;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.web.reactive.function.BodyInserters;

/** What a person sees whose form was sent back. */
class ResendTests extends FullRoomTest {

    @Test
    void personKeepsWhatWasTyped() throws InterruptedException {
        fill(FORM);

        FluxExchangeResult<String> answer =
                submit(
                        "same-origin",
                        "attendee.name=Siti%20%22Ayu%22%20%3Cb%3E&key=k-1&_attempt=2");
        String page = body(answer);

        assertThat(answer.getStatus().value()).isEqualTo(503);
        assertThat(answer.getResponseHeaders().getFirst("Retry-After")).matches("[1-5]");
        assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("form-action 'self'");
        assertThat(page)
                .contains("Sedang ramai")
                .contains("<form method=\"post\" action=\"" + FORM + "\"")
                .contains("name=\"attendee.name\" value=\"Siti &#34;Ayu&#34; &lt;b>\"")
                .contains("name=\"key\" value=\"k-1\"")
                .containsOnlyOnce("name=\"_attempt\"")
                .contains("name=\"_attempt\" value=\"3\"")
                .containsPattern("data-again=\"[0-9]+\"")
                .containsPattern("/aset/gateway/again-[0-9a-f]{10}\\.js");
    }

    @Test
    void whatAnotherSiteSentIsNotSentAgainFromHere() throws InterruptedException {
        fill(FORM);

        String page = body(submit("cross-site", "key=k-1"));

        assertThat(page).contains("Sedang ramai").doesNotContain("k-1").doesNotContain("<form");
    }

    @Test
    void longerThanAnyFormIsNotTakenIn() throws InterruptedException {
        fill(FORM);

        String page = body(submit("same-origin", "key=" + "x".repeat(16 * 1024)));

        assertThat(page).contains("Sedang ramai").doesNotContain("<form").doesNotContain("xxx");
    }

    @Test
    void formThatNeverArrivesWholeIsNotWaitedFor() throws Exception {
        fill(FORM);
        String head =
                "POST "
                        + FORM
                        + " HTTP/1.1\r\nHost: hadir\r\nContent-Length: 10\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\nk";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            byte[] answer = socket.getInputStream().readNBytes(12);

            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 503");
        }
    }

    private static String body(FluxExchangeResult<String> answer) {
        return String.join("", answer.getResponseBody().collectList().block());
    }

    private FluxExchangeResult<String> submit(String site, String form) {
        return http.post()
                .uri(FORM)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .header("Sec-Fetch-Site", site)
                .body(BodyInserters.fromValue(form))
                .exchange()
                .returnResult(String.class);
    }
}
