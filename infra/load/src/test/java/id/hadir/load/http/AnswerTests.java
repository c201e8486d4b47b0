package id.hadir.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerTests {

    @Test
    void anAnswerIsReadOnceItIsWhole() throws IOException {
        String text = "HTTP/1.1 201 Created\r\nContent-Length: 4\r\n\r\nyes!";
        for (int some = 0; some < text.length(); some++) {
            assertThat(read(text.substring(0, some))).as("after %d bytes", some).isNull();
        }
        Answer whole = read(text);
        assertThat(whole).isNotNull();
        assertThat(whole.status()).isEqualTo(201);
        assertThat(whole.text()).isEqualTo("yes!");
    }

    @Test
    void chunksArePutTogether() throws IOException {
        String text =
                "HTTP/1.1 200 OK\r\n"
                        + "transfer-encoding: chunked\r\n\r\n"
                        + "4\r\n"
                        + "Sela\r\n"
                        + "A\r\n"
                        + "mat datang\r\n"
                        + "0\r\n\r\n";
        for (int some = 0; some < text.length(); some++) {
            assertThat(read(text.substring(0, some))).as("after %d bytes", some).isNull();
        }
        assertThat(read(text)).isNotNull();
        assertThat(read(text).text()).isEqualTo("Selamat datang");
    }

    @Test
    void headersAreFoundWhateverTheirCase() {
        Answer refusal =
                read(
                        "HTTP/1.1 503 Service Unavailable\r\n"
                                + "X-Retry-After: 9\r\n"
                                + "retry-after: 2\r\n"
                                + "Connection: close\r\n"
                                + "content-length: 0\r\n\r\n");
        assertThat(refusal).isNotNull();
        assertThat(refusal.retryAfterSeconds()).hasValue(2);
        assertThat(refusal.closesConnection()).isTrue();
        assertThat(refusal.header("location")).isNull();
    }

    @Test
    void anAnswerWithoutABodyEndsWithItsHead() {
        Answer empty = read("HTTP/1.1 204 No Content\r\n\r\n");
        assertThat(empty).isNotNull();
        assertThat(empty.body()).isEmpty();
        assertThat(empty.retryAfterSeconds()).isEmpty();
    }

    private static @Nullable Answer read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Answer.read(bytes, bytes.length);
    }
}
