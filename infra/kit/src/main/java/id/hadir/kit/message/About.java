package id.hadir.kit.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a program has to know of a message that it passes on, which a mail server has not.
 *
 * @param kind such as {@code invited} or {@code reminder-days}
 * @param name of the addressee
 * @param url that the text is about
 * @param startsAt of the event; null while its hour is not known
 */
public record About(
        String kind,
        String name,
        String url,
        UUID eventId,
        String title,
        @Nullable Instant startsAt) {}
