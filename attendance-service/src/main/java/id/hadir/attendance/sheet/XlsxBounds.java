package id.hadir.attendance.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * What a workbook may unfold to: a few kilobytes of ZIP can hold gigabytes of XML, and one number
 * of a million digits keeps a processor busy for half a minute.
 */
final class XlsxBounds {

    /** Some 20,000 rows of a dozen columns. */
    private static final int UNFOLDED = 32 * 1024 * 1024;

    /** As much as a spreadsheet lets a cell hold. */
    private static final int TEXT = 32_767;

    private XlsxBounds() {}

    /**
     * @throws id.hadir.kit.problem.Problem {@code too-large} when it is beyond them
     */
    static void check(byte[] workbook) throws IOException {
        long left = UNFOLDED;
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream part = new BufferedInputStream(zip.getInputStream(entry))) {
                    left -= sizeOf(part, left);
                }
            }
        }
    }

    private static long sizeOf(InputStream part, long atMost) throws IOException {
        long size = 0;
        int text = 0;
        for (int next = part.read(); next >= 0; next = part.read()) {
            size++;
            text = next == '<' ? 0 : text + 1;
            if (size > atMost || text > TEXT) {
                throw Sheet.tooLarge();
            }
        }
        return size;
    }
}
