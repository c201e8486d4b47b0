package id.hadir.kit.message;

import java.util.UUID;

/**
 * An e-mail to one person or office.
 *
 * @param id of the message in the outbox: sent twice, it is the same letter
 */
public record Letter(UUID id, String to, String subject, String text) {

    public Letter {
        subject = subject.replaceAll("\\s+", " ");
    }
}
