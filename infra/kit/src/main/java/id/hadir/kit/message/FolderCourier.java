package id.hadir.kit.message;

import org.springframework.mail.javamail.JavaMailSenderImpl;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Lays letters down until somebody sets a mail server up. */
class FolderCourier implements Courier {

    private final JavaMailSenderImpl paper = new JavaMailSenderImpl();
    private final LetterFolder folder;
    private final String from;
    private final Scheduler scheduler;

    FolderCourier(LetterFolder folder, String from, Scheduler scheduler) {
        this.folder = folder;
        this.from = from;
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
                            folder.lay(
                                    letter.id(),
                                    SmtpCourier.written(letter, paper.createMimeMessage(), from));
                            return null;
                        })
                .subscribeOn(scheduler);
    }
}
