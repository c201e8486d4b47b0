package id.hadir.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What an operator writes: wrong settings are told at the start. */
class OidcSettingsTests {

    private final Map<String, String> settings =
            new HashMap<>(
                    Map.of(
                            "hadir.oidc.issuer", "https://sso.example.go.id/realms/daerah",
                            "hadir.oidc.client-id", "hadir",
                            "hadir.oidc.client-secret", "rahasia",
                            "hadir.oidc.roles.admin", "hadir-admin"));

    @Test
    void theUsualClaimsAreThoseOfKeycloak() {
        OidcSettings bound = bind();
        assertThat(bound.claims().role()).isEqualTo("realm_access.roles");
        assertThat(bound.scopes()).containsExactly("openid", "profile");
        assertThat(bound.algorithm().getName()).isEqualTo("RS256");
    }

    @Test
    void theSecretMayBeInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "dari berkas\n");
        settings.remove("hadir.oidc.client-secret");
        settings.put("hadir.oidc.client-secret-file", file.toString());
        assertThat(bind().secret()).isEqualTo("dari berkas");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://sso.example.go.id, issuer is no https address",
        "issuer, sso.example.go.id, issuer is no https address",
        "client-id, ' ', client-id is missing",
        "client-secret-file, /somewhere, client-secret or client-secret-file",
        "scopes, profile, scopes lack openid",
        "roles.anyone, x, roles names other roles",
        "roles.boss, x, roles names other roles",
    })
    void aWrongSettingIsNamed(String name, String value, String fault) {
        settings.put("hadir.oidc." + name, value);
        assertThatThrownBy(this::bind).rootCause().hasMessageContaining(fault);
    }

    private OidcSettings bind() {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("hadir.oidc", OidcSettings.class)
                .get();
    }
}
