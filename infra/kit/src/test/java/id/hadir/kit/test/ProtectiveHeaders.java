package id.hadir.kit.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * The headers by which every answer, also an error's, a download's and a redirect's, is guarded.
 */
public final class ProtectiveHeaders {

    private static final Map<String, String> WANTED =
            Map.of(
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "X-Permitted-Cross-Domain-Policies", "none",
                    "Referrer-Policy", "strict-origin-when-cross-origin|no-referrer",
                    "Permissions-Policy",
                            "camera=\\(self\\), microphone=\\(\\), geolocation=\\(\\)",
                    "Cross-Origin-Opener-Policy", "same-origin",
                    "Cross-Origin-Resource-Policy", "same-origin",
                    "Content-Security-Policy",
                            "default-src 'self'; script-src 'self'; style-src 'self';"
                                    + " img-src 'self'; connect-src 'self'; frame-src 'none';"
                                    + " object-src 'none'; base-uri 'none'; form-action 'self';"
                                    + " frame-ancestors 'none'(; upgrade-insecure-requests)?");

    private ProtectiveHeaders() {}

    /** A line for each that is absent, doubled or weaker. */
    public static List<String> missing(HttpHeaders headers) {
        List<String> missing = new ArrayList<>();
        WANTED.forEach(
                (name, value) -> {
                    List<String> said = headers.getOrEmpty(name);
                    if (said.size() != 1 || !said.getFirst().matches(value)) {
                        missing.add(name + ": " + said);
                    }
                });
        return missing;
    }
}
