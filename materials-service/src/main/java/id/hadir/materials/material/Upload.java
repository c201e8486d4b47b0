package id.hadir.materials.material;

import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.materials.content.FileName;
import id.hadir.materials.content.IncomingContent;
import id.hadir.materials.content.StoredContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What one request brings: a file and what is said of it, in any order, taken in as it arrives. Its
 * methods block.
 */
final class Upload implements AutoCloseable {

    private static final long FIELDS_AT_MOST = 1024 * 1024;

    private final IncomingContent content;
    private final long maxSize;
    private final Map<String, String> fields = new HashMap<>();
    private @Nullable FileName fileName;
    private boolean fileEnded;
    private boolean secondFile;
    private long besidesFile;

    Upload(IncomingContent content, long maxSize) {
        this.content = content;
        this.maxSize = maxSize;
    }

    void accept(Piece piece) {
        if (piece.isField()) {
            fields.putIfAbsent(piece.part(), piece.text());
        }
        if (piece.isTheFile()) {
            take(piece);
        } else {
            limit(besidesFile += piece.bytes().remaining(), FIELDS_AT_MOST);
        }
    }

    void name(FileName name) {
        fileName = name;
    }

    @Nullable FileName fileName() {
        return fileName;
    }

    Map<String, String> fields() {
        return fields;
    }

    /** A file that is not there, empty, or not the only one. */
    void check(FieldErrors errors) {
        if (secondFile) {
            errors.add(Piece.FILE, "only-one");
        } else if (content.size() == 0) {
            errors.add(Piece.FILE, fileName == null ? "required" : "empty-file");
        }
    }

    /** Puts the file where it survives anything. */
    StoredContent keep(FileName name) {
        try {
            return content.keep(name.value());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private void take(Piece piece) {
        secondFile |= fileEnded;
        if (secondFile) {
            limit(besidesFile += piece.bytes().remaining(), FIELDS_AT_MOST);
        } else {
            fileName = FileName.of(piece.fileName());
            fileEnded = piece.isLast();
            write(piece.bytes());
        }
    }

    private void write(ByteBuffer bytes) {
        limit(content.size() + bytes.remaining(), maxSize);
        try {
            content.write(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void limit(long size, long most) {
        if (size > most) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
    }
}
