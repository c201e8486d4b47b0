package id.hadir.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreachFileTests {

    @TempDir Path folder;

    /** First, last and all between, whatever the number of lines and however long they are. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100, 1001})
    void eachLineIsFoundAndNothingElse(int lines) throws IOException {
        for (String end : List.of("\n", "\r\n")) {
            BreachFile file = file(lines, end, true);
            assertThat(IntStream.range(0, lines)).allMatch(i -> file.contains("sandi " + i));
            assertThat(IntStream.range(lines, lines + 500))
                    .noneMatch(i -> file.contains("sandi " + i));
        }
    }

    @Test
    void theLastLineNeedsNoEndAndAnEmptyFileHasNothing() throws IOException {
        BreachFile file = file(50, "\n", false);
        assertThat(IntStream.range(0, 50)).allMatch(i -> file.contains("sandi " + i));
        assertThat(file(0, "\n", false).contains("sandi 0")).isFalse();
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> new BreachFile(folder.resolve("missing.txt")))
                .hasMessageContaining("hadir.passwords.breached");
    }

    private BreachFile file(int lines, String end, boolean isEnded) throws IOException {
        String text =
                IntStream.range(0, lines)
                        .mapToObj(i -> sha1("sandi " + i) + ":" + (1L << (i % 40)))
                        .sorted()
                        .collect(Collectors.joining(end));
        Path path = Files.createTempFile(folder, "breached", ".txt");
        Files.writeString(path, isEnded ? text + end : text);
        return new BreachFile(path);
    }

    private static String sha1(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(
                            MessageDigest.getInstance("SHA-1")
                                    .digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
