package id.hadir.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTests {

    @TempDir Path data;

    @Test
    void onlyAttendanceIsHandedTheSecretOfTheKeysOfTicketsAndAlwaysTheSame() {
        String secret = environment("attendance-service").get("HADIR_SECRET_KEY");
        assertThat(Objects.requireNonNull(secret)).hasSizeGreaterThanOrEqualTo(32);
        assertThat(environment("attendance-service")).containsEntry("HADIR_SECRET_KEY", secret);
        for (String other : List.of("gateway", "events-service", "materials-service")) {
            assertThat(environment(other)).doesNotContainValue(secret);
        }
    }

    private Map<String, String> environment(String module) {
        Settings settings = Settings.from(Map.of("HADIR_DATA", data.toString()), data);
        Databases.Login login = new Databases.Login("hadir", "a password");
        Databases.Access access = new Databases.Access("127.0.0.1", 5432, "hadir", login, login);
        return Service.all(settings, new Secrets(data), List.of(access, access, access, access))
                .stream()
                .filter(service -> service.module().equals(module))
                .findAny()
                .orElseThrow()
                .environment();
    }
}
