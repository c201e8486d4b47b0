package id.hadir.attendance.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Lays each letter down as a file that the owner alone reads, whole or not at all. */
class FolderCourier implements Courier {

    private static final FileAttribute<?> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final JavaMailSenderImpl paper = new JavaMailSenderImpl();
    private final MailSettings settings;
    private final Scheduler scheduler;

    FolderCourier(MailSettings settings, Scheduler scheduler) {
        this.settings = settings;
        this.scheduler = scheduler;
    }

    @Override
    public boolean reachesPeople() {
        return false;
    }

    @Override
    public Mono<Void> deliver(Letter letter) {
        return Mono.<Void>fromCallable(
                        () -> {
                            write(letter);
                            return null;
                        })
                .subscribeOn(scheduler);
    }

    private void write(Letter letter) throws IOException, MessagingException {
        MimeMessage message =
                SmtpCourier.written(letter, paper.createMimeMessage(), settings.from());
        Path folder = settings.folder();
        Files.createDirectories(folder, OWNERS_FOLDER);
        Path draft = Files.createTempFile(folder, "letter", ".new", OWNERS_FILE);
        try (OutputStream out = Files.newOutputStream(draft)) {
            message.writeTo(out);
        }
        Files.move(draft, folder.resolve(letter.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }
}
