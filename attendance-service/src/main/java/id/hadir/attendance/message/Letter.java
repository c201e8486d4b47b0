package id.hadir.attendance.message;

import java.util.UUID;

/**
 * An e-mail to one person.
 *
 * @param id of the message in the outbox: sent twice, it is the same letter
 */
record Letter(UUID id, String to, String subject, String text) {

    Letter {
        subject = subject.replaceAll("\\s+", " ");
    }
}
