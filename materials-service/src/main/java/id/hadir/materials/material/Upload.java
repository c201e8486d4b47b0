package id.hadir.materials.material;

import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.materials.content.FileName;
import id.hadir.materials.content.IncomingContent;
import id.hadir.materials.content.StoredContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;

/**
 * What one request brings: a file and what is said of it, in any order, taken in as it arrives. The
 * buffers that it is given are released. Its methods block.
 */
final class Upload implements AutoCloseable {

    private static final String FILE = "file";
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

    void accept(PartEvent part) {
        try {
            String name = name(part);
            if (part instanceof FormPartEvent field) {
                fields.putIfAbsent(name, field.value());
            }
            if (part instanceof FilePartEvent file && isTheFile(name, file)) {
                take(file);
            } else {
                limit(besidesFile += part.content().readableByteCount(), FIELDS_AT_MOST);
            }
        } finally {
            DataBufferUtils.release(part.content());
        }
    }

    /** Takes in a part of a body that is the file alone. */
    void acceptBody(DataBuffer bytes) {
        try {
            write(bytes);
        } finally {
            DataBufferUtils.release(bytes);
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
            errors.add(FILE, "only-one");
        } else if (content.size() == 0) {
            errors.add(FILE, fileName == null ? "required" : "empty-file");
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

    /** A browser sends a file field that was left empty as a file without a name. */
    private static boolean isTheFile(String name, FilePartEvent part) {
        return name.equals(FILE) && !part.filename().isEmpty();
    }

    private static String name(PartEvent part) {
        String name = part.headers().getContentDisposition().getName();
        if (name == null) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "malformed");
        }
        return name;
    }

    private void take(FilePartEvent part) {
        secondFile |= fileEnded;
        if (!secondFile) {
            fileName = FileName.of(part.filename());
            write(part.content());
            fileEnded = part.isLast();
        } else {
            limit(besidesFile += part.content().readableByteCount(), FIELDS_AT_MOST);
        }
    }

    private void write(DataBuffer bytes) {
        limit(content.size() + bytes.readableByteCount(), maxSize);
        try (DataBuffer.ByteBufferIterator buffers = bytes.readableByteBuffers()) {
            while (buffers.hasNext()) {
                content.write(buffers.next());
            }
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
