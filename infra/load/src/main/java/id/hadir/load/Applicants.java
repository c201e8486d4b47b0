package id.hadir.load;

import id.hadir.load.http.Target;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Requests of people who are all different: their own NIP, an office from the list. */
final class Applicants {

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1960, 1, 1);
    private static final int BIRTHS = 12_000;
    private static final int SERIALS = 1000;

    private final List<Site.Office> offices;
    private final AtomicLong next = new AtomicLong(1);

    Applicants(List<Site.Office> offices) {
        this.offices = offices;
    }

    /** To one of the events, by turns. */
    Supplier<byte[]> registering(Target target, List<String> events) {
        return () -> {
            long number = next.getAndIncrement();
            return post(target, events, number, true);
        };
    }

    /** The same with a key, so that a request may be sent again. */
    Supplier<byte[]> registeringWithKey(Target target, List<String> events) {
        return () -> {
            long number = next.getAndIncrement();
            return post(target.with("Idempotency-Key", "uji-" + number), events, number, true);
        };
    }

    /** The same way and the same body, but refused before it is put to the database. */
    Supplier<byte[]> refused(Target target, List<String> events) {
        return () -> post(target, events, next.getAndIncrement(), false);
    }

    List<Site.Office> offices() {
        return offices;
    }

    List<String> officeIds() {
        return offices.stream().map(Site.Office::id).toList();
    }

    /** The number of somebody who has not been used yet. */
    long another() {
        return next.getAndIncrement();
    }

    private byte[] post(Target target, List<String> events, long number, boolean noticeAccepted) {
        String event = events.get((int) (number % events.size()));
        return target.post(
                "/api/events/" + event + "/registrations",
                "application/json",
                body(number, noticeAccepted));
    }

    private String body(long number, boolean noticeAccepted) {
        return """
        {"unitId":"%s","attendee":{"name":"Peserta Uji %d, S.H.","nip":"%s","position":"Staf",\
        "phone":"081234567890","email":null},"representing":null,"noticeAccepted":%s}\
        """
                .formatted(
                        offices.get((int) (number % offices.size())).id(),
                        number,
                        nip(number),
                        noticeAccepted);
    }

    /**
     * Birth date, appointment, sex and serial: 18 digits, each number its own up to 288 million.
     */
    static String nip(long number) {
        LocalDate birth = FIRST_BIRTH.plusDays(number / SERIALS % BIRTHS);
        long rest = number / SERIALS / BIRTHS;
        return DateTimeFormatter.BASIC_ISO_DATE.format(birth)
                + "2010%02d".formatted(1 + rest / 2 % 12)
                + (1 + rest % 2)
                + "%03d".formatted(number % SERIALS);
    }
}
