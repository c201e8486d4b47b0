package id.hadir.kit.qr;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
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
        forEachRun(
                (x, y, length) -> {
                    path.append('M').append(x).append(' ').append(y);
                    path.append('h').append(length).append("v1h-").append(length).append('z');
                });
        return path.toString();
    }

    /**
     * @param pixels of the side of a module
     */
    public byte[] png(int pixels) {
        int side = side() * pixels;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D paint = image.createGraphics();
        paint.setColor(Color.WHITE);
        paint.fillRect(0, 0, side, side);
        paint.setColor(Color.BLACK);
        forEachRun(
                (x, y, length) -> paint.fillRect(x * pixels, y * pixels, length * pixels, pixels));
        paint.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    /** Dark modules side by side in a row, from the upper left corner of the quiet zone. */
    private interface Run {
        void draw(int x, int y, int length);
    }

    private void forEachRun(Run run) {
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int length = run(x, y);
                if (length > 0) {
                    run.draw(x + QUIET, y + QUIET, length);
                    x += length;
                }
            }
        }
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
