package id.hadir.kit.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;

/**
 * A table as a file to take along.
 *
 * @param name of the file, without its ending
 * @param sheet name of a workbook's only sheet
 * @param rows cells under the heading
 */
public record TableFile(
        String name,
        String sheet,
        Format format,
        List<String> heading,
        Flux<List<@Nullable Object>> rows) {

    public enum Format {
        CSV("text/csv;charset=UTF-8", ".csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

        private final MediaType type;
        private final String ending;

        Format(String type, String ending) {
            this.type = MediaType.parseMediaType(type);
            this.ending = ending;
        }
    }

    TableWriter writeTo(Path path) throws IOException {
        OutputStream file = Files.newOutputStream(path);
        return switch (format) {
            case CSV -> new CsvWriter(file, heading);
            case XLSX -> new XlsxWriter(file, sheet, heading);
        };
    }

    void describe(HttpHeaders headers) {
        headers.setContentType(format.type);
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name + format.ending).build());
    }
}
