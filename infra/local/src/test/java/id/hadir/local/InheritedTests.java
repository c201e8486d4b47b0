package id.hadir.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InheritedTests {

    private static final Map<String, String> ENVIRONMENT = new TreeMap<>();

    static {
        for (String name :
                Set.of(
                        "PATH",
                        "LC_ALL",
                        "TZ",
                        "JAVA_TOOL_OPTIONS",
                        "HADIR_PUBLIC_URL",
                        "LOGGING_LEVEL_ROOT",
                        "SPRING_R2DBC_POOL_MAX_SIZE",
                        "HADIR_ADMIN_PASSWORD",
                        "HADIR_DATABASE_URL",
                        "HADIR_DATABASE_URL_FILE",
                        "HADIR_SECRET_KEY",
                        "HADIR_TLS_KEY",
                        "HADIR_OIDC_CLIENT_SECRET",
                        "HADIR_MAIL_PASSWORD",
                        "HADIR_WEBHOOK_SECRET",
                        "SPRING_SECURITY_OAUTH2_CLIENT_X",
                        "AWS_SECRET_ACCESS_KEY",
                        "PGPASSWORD",
                        "SSH_AUTH_SOCK")) {
            ENVIRONMENT.put(name, "x");
        }
    }

    @Test
    void serviceKnowsSettingsAndNothingElseOfTheOperators() {
        assertThat(Inherited.byService("events-service", ENVIRONMENT).keySet())
                .containsExactly(
                        "HADIR_MAIL_PASSWORD",
                        "HADIR_PUBLIC_URL",
                        "HADIR_WEBHOOK_SECRET",
                        "JAVA_TOOL_OPTIONS",
                        "LC_ALL",
                        "LOGGING_LEVEL_ROOT",
                        "PATH",
                        "SPRING_R2DBC_POOL_MAX_SIZE",
                        "TZ");
    }

    @Test
    void secretsOfTheGatewayReachTheGatewayAlone() {
        assertThat(Inherited.byService("gateway", ENVIRONMENT).keySet())
                .contains(
                        "HADIR_SECRET_KEY",
                        "HADIR_TLS_KEY",
                        "HADIR_OIDC_CLIENT_SECRET",
                        "SPRING_SECURITY_OAUTH2_CLIENT_X")
                .doesNotContain(
                        "HADIR_ADMIN_PASSWORD",
                        "HADIR_DATABASE_URL",
                        "HADIR_MAIL_PASSWORD",
                        "HADIR_WEBHOOK_SECRET",
                        "PGPASSWORD");
    }

    @Test
    void theMailServerIsToldToWhoSendsLettersAlone() {
        assertThat(Inherited.byService("attendance-service", ENVIRONMENT).keySet())
                .contains("HADIR_MAIL_PASSWORD", "HADIR_WEBHOOK_SECRET")
                .doesNotContain("HADIR_SECRET_KEY", "HADIR_TLS_KEY");
        assertThat(Inherited.byService("materials-service", ENVIRONMENT).keySet())
                .doesNotContain("HADIR_MAIL_PASSWORD", "HADIR_WEBHOOK_SECRET");
    }

    @Test
    void aProgramOfOthersKnowsNoSetting() {
        assertThat(Inherited.byAProgram(ENVIRONMENT).keySet())
                .containsExactly("LC_ALL", "PATH", "TZ");
    }
}
