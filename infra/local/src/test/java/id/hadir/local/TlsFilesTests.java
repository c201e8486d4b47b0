package id.hadir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import id.hadir.local.api.Api;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFilesTests {

    private static final Instant NOW = Instant.now();

    @TempDir static Path folder;

    @Test
    void filesThatBelongTogetherAreTaken() {
        SelfSigned made = SelfSigned.make(folder.resolve("good"));
        new TlsFiles(made.certificate(), made.key()).check(NOW);
    }

    @Test
    void whatBrowsersWouldRefuseIsToldWithItsRemedy() throws IOException {
        SelfSigned made = SelfSigned.make(folder.resolve("made"));
        SelfSigned other = SelfSigned.make(folder.resolve("other"));
        SelfSigned expired = SelfSigned.expired(folder.resolve("expired"));
        Path none = folder.resolve("none.pem");
        Path garbage = Files.writeString(folder.resolve("garbage.pem"), "no PEM");
        Files.setPosixFilePermissions(garbage, PosixFilePermissions.fromString("rw-------"));

        refused(expired.certificate(), expired.key(), "expired at");
        refused(made.certificate(), other.key(), "does not belong to the certificate");
        refused(none, made.key(), "certificate " + none + " cannot be read");
        refused(garbage, made.key(), "certificate " + garbage + " cannot be read");
        refused(made.certificate(), none, "key " + none + " cannot be read");
        refused(made.certificate(), garbage, "is no key in the form of PKCS #8");
    }

    @Test
    void keyThatEverybodyMayReadIsRefused() throws IOException {
        SelfSigned made = SelfSigned.make(folder.resolve("open"));
        Files.setPosixFilePermissions(made.key(), PosixFilePermissions.fromString("rw-r--r--"));
        refused(made.certificate(), made.key(), "chmod 600 " + made.key());
        Files.setPosixFilePermissions(made.key(), PosixFilePermissions.fromString("rw-r-----"));
        new TlsFiles(made.certificate(), made.key()).check(NOW);
    }

    @Test
    void launcherBelievesTheConfiguredCertificateAndNoOther() throws Exception {
        SelfSigned made = SelfSigned.make(folder.resolve("served"));
        SelfSigned other = SelfSigned.make(folder.resolve("another"));
        HttpsServer server = server(folder.resolve("served/made.p12"));
        try {
            String url = "https://127.0.0.2:" + server.getAddress().getPort();
            assertThat(asking(url, made).get("/").status()).isEqualTo(204);
            assertThatExceptionOfType(Trouble.class)
                    .isThrownBy(() -> asking(url, other).get("/"))
                    .withMessageContaining("another certificate than the configured one");
        } finally {
            server.stop(0);
        }
    }

    private static Api asking(String url, SelfSigned files) {
        return Api.asAnyone(url, new TlsFiles(files.certificate(), files.key()).firstCertificate());
    }

    private static void refused(Path certificate, Path key, String because) {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> new TlsFiles(certificate, key).check(NOW))
                .withMessageContaining(because);
    }

    private static HttpsServer server(Path store) throws IOException, GeneralSecurityException {
        char[] password = "changeit".toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
