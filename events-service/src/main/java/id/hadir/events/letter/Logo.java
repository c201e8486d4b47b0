package id.hadir.events.letter;

import id.hadir.kit.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture that may stand in a letterhead: PNG or JPEG by its bytes, and no larger than printed.
 */
final class Logo {

    static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_PIXELS = 1500;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private Logo() {}

    /**
     * Decodes it once, so that printing does not fail on it later; the size is asked before, since
     * few bytes can make a picture that fills the memory.
     *
     * @throws Problem 422 on field {@code logo}
     */
    static byte[] checked(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw Problem.invalid("logo", "logo-too-large", MOST_BYTES / 1024);
        }
        try (ImageInputStream input =
                ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw unreadable();
            }
            ImageReader reader = readers.next();
            reader.setInput(input);
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                throw unreadable();
            }
            if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) {
                throw Problem.invalid("logo", "logo-too-wide", MOST_PIXELS);
            }
            reader.read(0);
            reader.dispose();
            return bytes;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.invalid("logo", "logo-unreadable");
    }
}
