package id.hadir.gateway.edge;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * {@code HADIR_TLS_CERTIFICATE} (a PEM file with the certificate and those between it and the root)
 * and {@code HADIR_TLS_KEY} (its key, PEM): the port for browsers then speaks TLS. What is put in
 * the files' place later is served without a restart; a key that does not belong to its certificate
 * is refused. The management port stays as it is.
 */
public final class TlsByFiles implements EnvironmentPostProcessor {

    static final String CERTIFICATE = "hadir.tls.certificate";
    static final String KEY = "hadir.tls.key";

    private static final String BUNDLE = "spring.ssl.bundle.pem.hadir.";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        String certificate = file(environment, CERTIFICATE);
        String key = file(environment, KEY);
        if (certificate == null && key == null) {
            return;
        }
        if (certificate == null || key == null) {
            throw new IllegalStateException(
                    "HADIR_TLS_CERTIFICATE and HADIR_TLS_KEY belong together: set both or none");
        }
        Map<String, Object> settings =
                Map.of(
                        "server.ssl.bundle",
                        "hadir",
                        "management.server.ssl.enabled",
                        false,
                        BUNDLE + "keystore.certificate",
                        certificate,
                        BUNDLE + "keystore.private-key",
                        key,
                        BUNDLE + "keystore.verify-keys",
                        true,
                        BUNDLE + "options.enabled-protocols",
                        "TLSv1.3,TLSv1.2",
                        BUNDLE + "reload-on-update",
                        true);
        environment.getPropertySources().addLast(new MapPropertySource("tls by files", settings));
    }

    private static @Nullable String file(ConfigurableEnvironment environment, String name) {
        String path = environment.getProperty(name, "").strip();
        return path.isEmpty() ? null : "file:" + path;
    }
}
