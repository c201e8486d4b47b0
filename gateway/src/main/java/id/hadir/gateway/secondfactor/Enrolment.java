package id.hadir.gateway.secondfactor;

import id.hadir.kit.qr.QrDrawing;

/**
 * What an authenticator app is told.
 *
 * @param secret in base 32, for typing
 * @param uri for the QR code
 */
public record Enrolment(String secret, String uri) {

    public QrDrawing qr() {
        return QrDrawing.of(uri);
    }

    /** In groups of four, easier to type. */
    public String grouped() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
