package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** {@code infra/verify --advisories}, with a stand-in for the database of advisories. */
class AdvisoriesTests {

    private record Ended(int status, String told) {}

    private final AtomicReference<String> asked = new AtomicReference<>("");

    @Test
    void whatIsWithoutKnownFaultsIsSaidToBe() throws Exception {
        Ended ended = ask("{\"results\":[{},{}]}");
        assertThat(ended.status()).isZero();
        assertThat(ended.told()).startsWith("no known vulnerability in ");
        assertThat(asked.get())
                .contains("{\"package\":{\"purl\":\"pkg:maven/io.netty/netty-codec-http@");
    }

    @Test
    void aKnownFaultIsTold() throws Exception {
        Ended ended =
                ask(
                        "{\"results\":[{},{\"vulns\":[{\"id\":\"GHSA-xxxx\",\"modified\":\"2026\"}]}]}");
        assertThat(ended.status()).isOne();
        assertThat(ended.told()).isEqualTo("known vulnerability: https://osv.dev/GHSA-xxxx\n");
    }

    @Test
    void withoutAnAnswerNothingIsGreen() throws Exception {
        Ended unreachable = verify("http://127.0.0.1:" + RunningSystem.freePort());
        assertThat(unreachable.status()).isEqualTo(2);
        assertThat(unreachable.told()).startsWith("NOT CHECKED: known vulnerabilities of ");
        assertThat(ask("<html>Welcome to our network</html>").status()).isEqualTo(2);
    }

    private Ended ask(String answer) throws Exception {
        HttpServer database =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        database.createContext(
                "/",
                exchange -> {
                    asked.set(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        database.start();
        try {
            return verify("http://127.0.0.1:" + database.getAddress().getPort());
        } finally {
            database.stop(0);
        }
    }

    private static Ended verify(String url) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "bash", RunningSystem.file("infra/verify").toString(), "--advisories");
        builder.environment().put("HADIR_OSV_URL", url);
        Process process = builder.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), told);
    }
}
