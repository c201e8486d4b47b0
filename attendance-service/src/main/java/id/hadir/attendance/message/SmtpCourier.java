package id.hadir.attendance.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
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
                .subscribeOn(scheduler);
    }

    /** The same letter has the same Message-ID: a mailbox may tell that it has it already. */
    static MimeMessage written(Letter letter, MimeMessage message, String from)
            throws MessagingException {
        MimeMessageHelper mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        mail.setFrom(from);
        mail.setTo(letter.to());
        mail.setSubject(letter.subject());
        mail.setText(letter.text());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        message.setHeader(
                "Message-ID",
                "<" + letter.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
        return message;
    }
}
