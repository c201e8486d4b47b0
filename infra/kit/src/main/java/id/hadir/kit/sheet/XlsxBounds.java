package id.hadir.kit.sheet;

import static java.util.regex.Pattern.DOTALL;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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

    /** Of a column's name: XFD is the last one. The reader makes room for all before it. */
    private static final Pattern FAR_COLUMN = Pattern.compile("[\\s$]*\\p{Alpha}{4}.*", DOTALL);

    /** The reader's own: what one takes for XML the other does too. */
    private static final XMLInputFactory XML = factory();

    private XlsxBounds() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

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
                try (InputStream part = zip.getInputStream(entry)) {
                    checkColumns(part);
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

    /** Up to where the reader would give up too; parts that are no XML have no cells. */
    private static void checkColumns(InputStream part) {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(part);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    String cell = xml.getAttributeValue(null, "r");
                    if (cell != null && FAR_COLUMN.matcher(cell).matches()) {
                        throw Sheet.tooLarge();
                    }
                }
            }
        } catch (XMLStreamException unreadable) {
            return;
        }
    }
}
