package id.hadir.kit.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A QR code as SVG or PNG: black modules on white with the quiet zone of four modules that ISO/IEC
 * 18004 asks for, so that it is read from a dark screen and from grey paper alike.
 */
public final class QrDrawing {

    private static final int QUIET = 4;

    private final ByteMatrix modules;

    private QrDrawing(ByteMatrix modules) {
        this.modules = modules;
    }

    public static QrDrawing of(String payload) {
        try {
            return new QrDrawing(Encoder.encode(payload, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** Width and height in modules, quiet zone included. */
    public int side() {
        return modules.getWidth() + 2 * QUIET;
    }

    /** The dark modules as the data of an SVG path, one run of a row after the other. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int length = run(x, y);
                if (length > 0) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append('h').append(length).append("v1h-").append(length).append('z');
                    x += length;
                }
            }
        }
        return path.toString();
    }

    /**
     * @param pixels of the side of a module
     */
    public byte[] png(int pixels) {
        int side = side() * pixels;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, isDark(x / pixels - QUIET, y / pixels - QUIET) ? 0 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private boolean isDark(int x, int y) {
        return x >= 0
                && y >= 0
                && x < modules.getWidth()
                && y < modules.getHeight()
                && modules.get(x, y) == 1;
    }

    /** How many dark modules stand side by side from here on. */
    private int run(int x, int y) {
        int end = x;
        while (end < modules.getWidth() && modules.get(end, y) == 1) {
            end++;
        }
        return end - x;
    }
}
