package id.hadir.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.GatewayTest;
import id.hadir.kit.test.SelfSigned;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.ResponseCookie;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.netty.http.client.HttpClient;

/** The gateway with a certificate and key by files, and with a port that only redirects. */
@TestPropertySource(
        properties = {
            "hadir.tls.certificate=target/tls/certificate.pem",
            "hadir.tls.key=target/tls/key.pem",
            "hadir.http.port=0",
            "hadir.public-url=https://hadir.example.go.id",
            "spring.ssl.bundle.watch.file.quiet-period=100ms"
        })
@ExtendWith(OutputCaptureExtension.class)
class TlsTests extends GatewayTest {

    private static final Path FOLDER = Path.of("target/tls");
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;

    static {
        SelfSigned.make(FOLDER);
    }

    @Autowired PlainRedirect plain;

    private WebTestClient secure;

    @BeforeEach
    void connectByTls() throws SSLException {
        var trustsAny =
                SslContextBuilder.forClient()
                        .trustManager(InsecureTrustManagerFactory.INSTANCE)
                        .build();
        HttpClient client = HttpClient.create().secure(tls -> tls.sslContext(trustsAny));
        secure =
                WebTestClient.bindToServer(new ReactorClientHttpConnector(client))
                        .baseUrl("https://127.0.0.1:" + port)
                        .responseTimeout(Duration.ofSeconds(30))
                        .build();
    }

    @Test
    void answersAskForHttpsFromNowOn() {
        for (String path : List.of("/masuk", "/health", "/api/events", "/there-is-none")) {
            secure.get()
                    .uri(path)
                    .exchange()
                    .expectHeader()
                    .valueEquals("Strict-Transport-Security", "max-age=31536000");
        }
        assertThat(EVENTS.last().header("x-forwarded-proto")).isEqualTo("https");
    }

    @Test
    void cookiesBelongToThisHostOverTlsAlone() {
        var answer =
                secure.post()
                        .uri("/masuk")
                        .header("Origin", "https://127.0.0.1:" + port)
                        .body(
                                BodyInserters.fromFormData("username", "admin")
                                        .with("password", ADMIN_PASSWORD))
                        .exchange()
                        .expectStatus()
                        .isSeeOther()
                        .expectHeader()
                        .location("/panitia")
                        .expectBody()
                        .returnResult();
        assertThat(answer.getResponseCookies().toSingleValueMap().values())
                .isNotEmpty()
                .allSatisfy(
                        cookie -> {
                            assertThat(cookie.getName()).startsWith("__Host-");
                            assertThat(cookie.isSecure()).isTrue();
                        });
        ResponseCookie session =
                Objects.requireNonNull(
                        answer.getResponseCookies().getFirst("__Host-hadir_session"));
        secure.get()
                .uri("/akun")
                .cookie(session.getName(), session.getValue())
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void languageIsRememberedOverTlsAlone() {
        ResponseCookie chosen =
                Objects.requireNonNull(
                        secure.get()
                                .uri("/bahasa?ke=en&kembali=/masuk")
                                .exchange()
                                .expectBody()
                                .returnResult()
                                .getResponseCookies()
                                .getFirst("__Host-hadir_lang"));
        assertThat(chosen.isSecure()).isTrue();
        assertThat(chosen.getDomain()).isNull();
        secure.get()
                .uri("/masuk")
                .cookie(chosen.getName(), chosen.getValue())
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy).endsWith("; upgrade-insecure-requests"))
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("User name"));
    }

    @ParameterizedTest
    @CsvSource({"0301, 21", "0302, 21", "0303, 22"})
    void tlsOlderThan12IsRefused(String version, int answeredBy) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(clientHello(version));
            socket.getOutputStream().flush();
            assertThat(socket.getInputStream().read()).isIn(ALERT, HANDSHAKE).isEqualTo(answeredBy);
        }
    }

    @Test
    void exchangedCertificateIsServedWithoutARestart() throws Exception {
        Certificate before = served();
        SelfSigned renewed = SelfSigned.make(FOLDER);
        Certificate wanted = read(renewed.certificate());
        assertThat(before).isNotEqualTo(wanted);

        await(() -> served().equals(wanted));

        assertThat(served()).isEqualTo(wanted);
    }

    @Test
    void certificateWithoutItsKeyIsToldAndNotServed(CapturedOutput output) throws Exception {
        Certificate before = served();
        SelfSigned other = SelfSigned.make(FOLDER.resolve("other"));
        Path certificate = FOLDER.resolve("certificate.pem");
        byte[] good = Files.readAllBytes(certificate);

        Files.copy(other.certificate(), certificate, StandardCopyOption.REPLACE_EXISTING);
        await(() -> output.getAll().contains("SSL reload error"));

        assertThat(output.getAll()).contains("SSL reload error");
        assertThat(served()).isEqualTo(before);
        Files.write(certificate, good);
    }

    @Test
    void managementStaysPlain() {
        WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort)
                .build()
                .get()
                .uri("/actuator/health/liveness")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /kegiatan/rakor?a=1&b=%0d%0aX:1, hadir.example.go.id,"
                + " https://hadir.example.go.id/kegiatan/rakor?a=1&b=%0d%0aX:1",
        "POST /masuk, hadir.example.go.id:8080, https://hadir.example.go.id/masuk",
        "GET //evil.example/, 10.0.0.7:80, https://10.0.0.7//evil.example/",
        "GET /, [::1]:8080, https://[::1]/",
        "GET http://evil.example/a, hadir.example.go.id, https://hadir.example.go.id/"
    })
    void plainPortOnlyTellsTheSameAddressWithHttps(String asked, String host, String location)
            throws IOException {
        assertThat(plainly(asked, host))
                .startsWith("HTTP/1.1 308 ")
                .containsIgnoringCase("\r\nlocation: " + location + "\r\n")
                .doesNotContainIgnoringCase("strict-transport", "set-cookie", "\r\nX:1");
    }

    @ParameterizedTest
    @CsvSource({"evil.example/a", "a@evil.example", "''", "a b"})
    void plainPortSendsNobodyToWhatIsNoHost(String host) throws IOException {
        assertThat(plainly("GET /", host))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContainIgnoringCase("location:");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.call() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private String plainly(String asked, String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", plain.port())) {
            socket.setSoTimeout(10_000);
            String request = asked + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private Certificate served() throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private static Certificate read(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** RFC 5246, 7.4.1.2, with the curve and signatures that the certificate needs. */
    private static byte[] clientHello(String version) {
        String extensions = "000a00040002" + "0017" + "000d00060004" + "04030401";
        String hello =
                version
                        + "00".repeat(32)
                        + "00"
                        + "0004c02bc009"
                        + "0100"
                        + length(extensions, 4)
                        + extensions;
        String handshake = "01" + length(hello, 6) + hello;
        return HexFormat.of().parseHex("160301" + length(handshake, 4) + handshake);
    }

    private static String length(String hex, int digits) {
        return HexFormat.of().toHexDigits(hex.length() / 2L, digits);
    }
}
