package id.hadir.kit.message;

import id.hadir.kit.calendar.CalendarMessage;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person or office.
 *
 * @param id of the message in the outbox: sent twice, it is the same letter
 * @param to an e-mail address, or a telephone number in E.164
 * @param unsubscribe where a POST of no more than that ends such letters (RFC 8058); null where
 *     they are no subscription
 * @param calendar what the reader's calendar is told beside; null where nothing
 * @param about what a gateway for telephones is told beside; null for what only goes by e-mail
 */
public record Letter(
        UUID id,
        String to,
        String subject,
        String text,
        @Nullable URI unsubscribe,
        @Nullable CalendarMessage calendar,
        @Nullable About about) {

    public Letter {
        subject = subject.replaceAll("\\s+", " ");
    }

    public Letter(UUID id, String to, String subject, String text) {
        this(id, to, subject, text, null, null, null);
    }
}
