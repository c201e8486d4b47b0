package id.hadir.kit.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.hadir.kit.calendar.CalendarMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class CourierTests {

    private static final Letter LETTER =
            new Letter(
                    UUID.randomUUID(),
                    "siti@example.go.id",
                    "Tiket Anda: Rapat\r\nBcc: orang@lain.id – Ré",
                    "Yth. Siti,\n\nkode ABCD-EFGH-JKMN – untuk Ré.\n");

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Scheduler scheduler = Schedulers.newBoundedElastic(2, 10, "mail-test");

    @TempDir Path data;

    @AfterEach
    void end() {
        server.stop();
        scheduler.dispose();
    }

    @Test
    void aMailServerGetsTheLetter() throws MessagingException, IOException {
        server.start();
        smtp(server.getSmtp().getPort()).deliver(LETTER).block();
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        MimeMessage letter = received[0];
        assertThat(letter.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly(LETTER.to());
        assertThat(letter.getFrom()[0]).hasToString("hadir@example.go.id");
        assertThat(letter.getSubject()).isEqualTo("Tiket Anda: Rapat Bcc: orang@lain.id – Ré");
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getMessageID()).isEqualTo("<" + LETTER.id() + "@example.go.id>");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo(LETTER.text().strip());
    }

    @Test
    void aCalendarEntryIsAnAlternativeAndAnEndOfRemindersAHeader()
            throws MessagingException, IOException {
        URI stop = URI.create("http://localhost:8080/tiket/pengingat/abc");
        CalendarMessage calendar = new CalendarMessage("REQUEST", "BEGIN:VCALENDAR\r\n");
        MimeMessage letter =
                SmtpCourier.written(
                        new Letter(LETTER.id(), LETTER.to(), "s", "t", stop, calendar, null),
                        new JavaMailSenderImpl().createMimeMessage(),
                        "hadir@example.go.id");
        assertThat(letter.getHeader("List-Unsubscribe")).containsExactly("<" + stop + ">");
        assertThat(letter.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        MimeMultipart parts = (MimeMultipart) letter.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("t");
        assertThat(parts.getBodyPart(1).getContentType())
                .isEqualTo("text/calendar; charset=UTF-8; method=REQUEST");
    }

    @Test
    void aMailServerThatIsNotThereIsAFailureToTryAgain() {
        assertThatThrownBy(() -> smtp(1).deliver(LETTER).block()).isInstanceOf(MailException.class);
    }

    @Test
    void anAddressThatTheServerDoesNotKnowIsNotTriedAgain() throws IOException {
        try (ServerSocket strict = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ExecutorService one = Executors.newSingleThreadExecutor()) {
            one.submit(() -> refuseEverybody(strict));
            assertThatThrownBy(() -> smtp(strict.getLocalPort()).deliver(LETTER).block())
                    .isInstanceOf(LetterRefused.class);
        }
    }

    private static @Nullable Void refuseEverybody(ServerSocket strict) throws IOException {
        try (Socket client = strict.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.US_ASCII));
                PrintStream out =
                        new PrintStream(
                                client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 strict\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.print(line.startsWith("RCPT") ? "550 no such user\r\n" : "250 ok\r\n");
                out.flush();
            }
        }
        return null;
    }

    @Test
    void oldLettersAreThrownAwayAndNothingElse() throws IOException, MessagingException {
        LetterFolder folder = new LetterFolder(data);
        UUID old = UUID.randomUUID();
        for (UUID id : List.of(old, LETTER.id())) {
            folder.lay(
                    id,
                    SmtpCourier.written(
                            LETTER, new JavaMailSenderImpl().createMimeMessage(), "hadir@x.id"));
        }
        Path note = Files.writeString(data.resolve("note.txt"), "");
        Instant time = Instant.parse("2026-01-01T00:00:00Z");
        for (Path path : List.of(data.resolve(old + ".eml"), note)) {
            Files.setLastModifiedTime(path, FileTime.from(time));
        }
        assertThat(folder.removeOlderThan(time.plusSeconds(1))).isEqualTo(1);
        assertThat(data.resolve(old + ".eml")).doesNotExist();
        assertThat(data.resolve(LETTER.id() + ".eml")).exists();
        assertThat(note).exists();
        assertThat(new LetterFolder(data.resolve("none")).removeOlderThan(time)).isZero();
    }

    @Test
    void withoutAMailServerALetterIsAFileOfTheOwner() throws IOException {
        Path folder = data.resolve("mail");
        FolderCourier courier =
                new FolderCourier(new LetterFolder(folder), "hadir@example.go.id", scheduler);
        courier.deliver(LETTER).block();
        courier.deliver(LETTER).block();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        assertThat(files).containsExactly(folder.resolve(LETTER.id() + ".eml"));
        assertThat(Files.readString(files.getFirst())).contains("To: siti@example.go.id");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getFirst())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    private SmtpCourier smtp(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new SmtpCourier(sender, "hadir@example.go.id", scheduler);
    }
}
