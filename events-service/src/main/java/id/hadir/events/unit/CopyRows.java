package id.hadir.events.unit;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows on their way into a table, in COPY's text format. */
final class CopyRows implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final Writer rows;

    CopyRows(PGConnection connection, String copy) throws SQLException {
        rows =
                new OutputStreamWriter(
                        new PGCopyOutputStream(connection, copy, BUFFER), StandardCharsets.UTF_8);
    }

    void add(@Nullable String... fields) {
        try {
            for (int column = 0; column < fields.length; column++) {
                rows.write(column == 0 ? "" : "\t");
                rows.write(escaped(fields[column]));
            }
            rows.write('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String escaped(@Nullable String field) {
        return field == null
                ? "\\N"
                : field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
