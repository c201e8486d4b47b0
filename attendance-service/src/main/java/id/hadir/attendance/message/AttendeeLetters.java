package id.hadir.attendance.message;

import id.hadir.kit.message.Claimed;
import id.hadir.kit.message.Letter;
import id.hadir.kit.message.MessageWriter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people who have registered are written; who has no ticket any more is not. */
@Component
class AttendeeLetters implements MessageWriter {

    private final RecipientQueries recipients;
    private final TicketTexts texts;

    AttendeeLetters(RecipientQueries recipients, TicketTexts texts) {
        this.recipients = recipients;
        this.texts = texts;
    }

    @Override
    public Mono<Letter> write(Claimed message) {
        return recipients
                .ticket(message.eventId(), message.subjectId())
                .mapNotNull(ticket -> texts.letter(message.messageId(), ticket));
    }
}
