package id.hadir.kit.message;

import id.hadir.kit.calendar.CalendarMessage;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Hands letters to a mail server. */
class SmtpCourier implements Courier {

    private final JavaMailSender server;
    private final String from;
    private final Scheduler scheduler;

    SmtpCourier(JavaMailSender server, String from, Scheduler scheduler) {
        this.server = server;
        this.from = from;
        this.scheduler = scheduler;
    }

    @Override
    public Mono<Void> deliver(Letter letter) {
        return Mono.<Void>fromCallable(
                        () -> {
                            server.send(written(letter, server.createMimeMessage(), from));
                            return null;
                        })
                .onErrorMap(MailAuthenticationException.class, SmtpCourier::wronglySet)
                .onErrorMap(MailSendException.class, SmtpCourier::refusedOrAway)
                .subscribeOn(scheduler);
    }

    /** What the server says may name the account. */
    private static CourierAway wronglySet(MailAuthenticationException failure) {
        return CourierAway.wronglySet(new IllegalStateException(failure.getClass().getName()));
    }

    /** A 5xx to the recipient is for good; one to us, such as a wrong password, is ours to mend. */
    private static Exception refusedOrAway(MailSendException failure) {
        boolean isRefused =
                Stream.of(failure.getMessageExceptions())
                        .anyMatch(
                                one ->
                                        one instanceof SendFailedException sending
                                                && sending.getInvalidAddresses() != null
                                                && sending.getInvalidAddresses().length > 0);
        return isRefused ? new LetterRefused(failure) : failure;
    }

    /** The text, and the same for the calendar (RFC 6047): a mail program shows what it knows. */
    private static MimeMultipart alternatives(String text, CalendarMessage calendar)
            throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, StandardCharsets.UTF_8.name());
        MimeBodyPart entry = new MimeBodyPart();
        entry.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(
                                calendar.text().getBytes(StandardCharsets.UTF_8),
                                "text/calendar; charset=UTF-8; method=" + calendar.method())));
        return new MimeMultipart("alternative", plain, entry);
    }

    /** The same letter has the same Message-ID: a mailbox may tell that it has it already. */
    static MimeMessage written(Letter letter, MimeMessage message, String from)
            throws MessagingException {
        MimeMessageHelper mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        mail.setFrom(from);
        mail.setTo(letter.to());
        mail.setSubject(letter.subject());
        mail.setText(letter.text());
        if (letter.calendar() != null) {
            message.setContent(alternatives(letter.text(), letter.calendar()));
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.saveChanges();
        message.setHeader(
                "Message-ID",
                "<" + letter.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
        return message;
    }
}
