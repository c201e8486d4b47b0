package id.hadir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    private static final String VARIABLE = "HADIR_ADMIN_PASSWORD";

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
        assertThat(AdminPassword.prepare(others, Map.of(VARIABLE, "8-chars!"))).isEmpty();
        assertThat(others.find(AdminPassword.FILE)).contains("8-chars!");
    }

    @Test
    void anAdminPasswordThatDoesNotFitIsToldAndNotKept() {
        Secrets secrets = new Secrets(data);
        for (String wrong : List.of("admin", "seven-c", "é".repeat(37))) {
            assertThatExceptionOfType(Trouble.class)
                    .isThrownBy(() -> AdminPassword.prepare(secrets, Map.of(VARIABLE, wrong)))
                    .withMessage(
                            "HADIR_ADMIN_PASSWORD does not fit: give it 8 characters or more and"
                                    + " 72 bytes at most, or leave it out");
        }
        AdminPassword.prepare(secrets, Map.of(VARIABLE, "corrected password"));
        assertThat(secrets.find(AdminPassword.FILE)).contains("corrected password");
    }
}
