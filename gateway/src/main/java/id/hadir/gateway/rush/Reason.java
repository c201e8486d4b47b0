package id.hadir.gateway.rush;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why the gateway sends a request back before any service sees it. */
public enum Reason {
    /** More registrations are on their way than the service can take soon. */
    REGISTRATIONS_FULL(HttpStatus.SERVICE_UNAVAILABLE, "overloaded"),
    /** Too many readers wait for the same answer, or for too long. */
    READERS_WAITING(HttpStatus.SERVICE_UNAVAILABLE, "overloaded"),
    /** More requests of one address than a hall full of phones makes. */
    ADDRESS_RATE(HttpStatus.TOO_MANY_REQUESTS, "rate-limited"),
    /** Too many by one account or ticket. */
    OWN_RATE(HttpStatus.TOO_MANY_REQUESTS, "rate-limited"),
    /** Too many wrong tickets or tokens of one address. */
    GUESSING(HttpStatus.TOO_MANY_REQUESTS, "rate-limited");

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
