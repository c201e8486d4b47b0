package id.hadir.attendance.checkin;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Rfc3339;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scan as a desk sends it.
 *
 * @param ticket the code, or the text of the QR; whatever else a camera reads is no ticket, which
 *     is an answer and no error
 * @param nonce one a scan, made by the device; without one, sending again is a new scan
 */
public record ScanRequest(
        @Nullable String ticket,
        @Nullable String scannedAt,
        @Nullable String device,
        @Nullable String nonce) {

    private static final int DEVICE_LENGTH = 100;
    private static final int NONCE_LENGTH = 200;

    record Read(String ticket, Instant at, @Nullable String device, String nonce) {}

    /**
     * @param path of this scan in the request, such as {@code scans[3].}
     */
    Read read(String path, Instant now, FieldErrors errors) {
        String readNonce = errors.optionalText(path + "nonce", nonce, NONCE_LENGTH);
        if (ticket == null || ticket.isBlank()) {
            errors.add(path + "ticket", "required");
        }
        return new Read(
                ticket == null ? "" : ticket.strip(),
                Objects.requireNonNullElse(
                        Rfc3339.parse(path + "scannedAt", scannedAt, errors), now),
                errors.optionalText(path + "device", device, DEVICE_LENGTH),
                readNonce == null ? UuidCreator.getTimeOrderedEpoch().toString() : readNonce);
    }
}
