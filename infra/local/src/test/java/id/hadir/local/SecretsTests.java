package id.hadir.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir Path data;

    @Test
    void isMadeOnceAndReadByItsOwnerOnly() throws IOException {
        String made = new Secrets(data).findOrMake("feed-key");
        assertThat(made).hasSize(24);
        assertThat(new Secrets(data).findOrMake("feed-key")).isEqualTo(made);
        Path file = data.resolve("secrets/feed-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void adminPasswordIsShownOnceAndNeverWhenTheOperatorChoseIt() {
        Secrets secrets = new Secrets(data);
        assertThat(AdminPassword.prepare(secrets, Map.of())).isPresent();
        assertThat(AdminPassword.prepare(secrets, Map.of())).isEmpty();

        Secrets others = new Secrets(data.resolve("other"));
        assertThat(AdminPassword.prepare(others, Map.of("HADIR_ADMIN_PASSWORD", "chosen")))
                .isEmpty();
        assertThat(others.find(AdminPassword.FILE)).contains("chosen");
    }
}
