package id.hadir.materials.material;

import id.hadir.kit.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;

/**
 * A piece of an upload, copied out of the network's counted buffers as soon as it comes: so however
 * a request ends, none of them is lost or freed twice.
 *
 * @param part name of the form's part
 * @param fileName name that the part's file was sent with; null for none
 * @param isField whether the bytes are a whole field of the form
 * @param isLast whether the part ends here
 */
record Piece(
        String part, @Nullable String fileName, boolean isField, ByteBuffer bytes, boolean isLast) {

    static final String FILE = "file";

    static Piece of(PartEvent event) {
        ByteBuffer bytes = copy(event.content());
        ContentDisposition disposition = event.headers().getContentDisposition();
        if (disposition.getName() == null) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "malformed");
        }
        return new Piece(
                disposition.getName(),
                disposition.getFilename(),
                event instanceof FormPartEvent,
                bytes,
                event.isLast());
    }

    /** A piece of a body that is the file alone; its name is told otherwise. */
    static Piece ofFile(DataBuffer body) {
        return new Piece(FILE, FILE, false, copy(body), false);
    }

    String text() {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    /** A browser sends a file field that was left empty as a file without a name. */
    boolean isTheFile() {
        return part.equals(FILE) && fileName != null && !fileName.isEmpty();
    }

    private static ByteBuffer copy(DataBuffer buffer) {
        try {
            ByteBuffer copy = ByteBuffer.allocate(buffer.readableByteCount());
            buffer.toByteBuffer(copy);
            return copy;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
