package id.hadir.kit.sheet;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row, below its heading; the file is whole once it is closed. It blocks: use
 * it where that is allowed.
 */
public interface TableWriter extends AutoCloseable {

    void write(List<? extends @Nullable Object> cells) throws IOException;

    @Override
    void close() throws IOException;
}
