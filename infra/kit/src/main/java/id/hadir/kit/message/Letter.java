package id.hadir.kit.message;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to one person or office.
 *
 * @param id of the message in the outbox: sent twice, it is the same letter
 * @param unsubscribe where a POST of no more than that ends such letters (RFC 8058); null where
 *     they are no subscription
 */
public record Letter(UUID id, String to, String subject, String text, @Nullable URI unsubscribe) {

    public Letter {
        subject = subject.replaceAll("\\s+", " ");
    }

    public Letter(UUID id, String to, String subject, String text) {
        this(id, to, subject, text, null);
    }
}
