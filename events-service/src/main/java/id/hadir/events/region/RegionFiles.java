package id.hadir.events.region;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * The files under {@code wilayah/}: see NOTICE.md beside them for their source, licence and traps.
 */
public final class RegionFiles {

    private RegionFiles() {}

    /** All regions, each after the one above it. */
    public static void forEach(Consumer<Region> use) {
        read("provinces.csv", Region.Level.PROVINCE, use);
        read("regencies.csv", Region.Level.REGENCY, use);
        read("districts.csv", Region.Level.DISTRICT, use);
        read("villages.csv.gz", Region.Level.VILLAGE, use);
    }

    private static void read(String file, Region.Level level, Consumer<Region> use) {
        try (InputStream stream = RegionFiles.class.getResourceAsStream("/wilayah/" + file);
                InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
                CsvReader<NamedCsvRecord> records =
                        CsvReader.builder()
                                .ofNamedCsvRecord(
                                        new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord fields : records) {
                String code = fields.getField("code");
                use.accept(
                        new Region(code, fields.getField("name"), level, RegionCode.parent(code)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
