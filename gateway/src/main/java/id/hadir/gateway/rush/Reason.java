package id.hadir.gateway.rush;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why the gateway sends a request back before any service sees it. */
public enum Reason {
    /** More registrations are on their way than the service can take soon. */
    REGISTRATIONS_FULL(HttpStatus.SERVICE_UNAVAILABLE, "overloaded"),
    /** Too many readers wait for the same answer, or for too long. */
    READERS_WAITING(HttpStatus.SERVICE_UNAVAILABLE, "overloaded");

    private final HttpStatus status;
    private final String code;

    Reason(HttpStatus status, String code) {
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    /** Of the problem. */
    String code() {
        return code;
    }

    /** The value of the metrics' label. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
