package id.hadir.materials.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ContentDirectoryTests {

    @TempDir private Path root = Path.of("");

    @Test
    void aContentStandsUnderItsHash() throws IOException {
        StoredContent stored = store(open(), "isi");
        assertThat(stored.sha256())
                .isEqualTo("55c123196402ef4b16c36bad51f12467397146987c479d41375831d1de9ed935");
        assertThat(stored.size()).isEqualTo(3);
        assertThat(Files.readString(open().find(stored.sha256()))).isEqualTo("isi");
    }

    @Test
    void theSameContentTakesOnePlace() throws IOException {
        ContentDirectory directory = open();
        store(directory, "isi");
        store(directory, "isi");
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatIsNotKeptLeavesNoTrace() throws IOException {
        try (IncomingContent incoming = open().receive()) {
            incoming.write(bytes("setengah"));
        }
        assertThat(files()).isEmpty();
    }

    /** What kill -9 in the middle of an upload leaves: a file that nobody locks. */
    @Test
    void theNextStartRemovesWhatAKilledOneLeft() throws IOException {
        open();
        Files.writeString(root.resolve("incoming/123.part"), "setengah");
        open();
        assertThat(files()).isEmpty();
    }

    @Test
    void aStartLeavesWhatStillArrivesElsewhere() throws IOException {
        ContentDirectory replica = open();
        try (IncomingContent arriving = replica.receive()) {
            arriving.write(bytes("sete"));
            open();
            arriving.write(bytes("ngah"));
            StoredContent stored = arriving.keep("x.txt");
            assertThat(Files.readString(replica.find(stored.sha256()))).isEqualTo("setengah");
        }
    }

    private ContentDirectory open() throws IOException {
        return new ContentDirectory(new ContentSettings(root, DataSize.ofMegabytes(1)));
    }

    private static StoredContent store(ContentDirectory directory, String text) throws IOException {
        try (IncomingContent incoming = directory.receive()) {
            incoming.write(bytes(text));
            return incoming.keep("x.txt");
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
