package id.hadir.load;

import java.net.InetSocketAddress;
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

    private final InetSocketAddress server;
    private final List<String> offices;
    private final AtomicLong next = new AtomicLong(1);

    Applicants(InetSocketAddress server, List<String> offices) {
        this.server = server;
        this.offices = offices;
    }

    /** To one of the events, by turns. */
    Supplier<byte[]> registering(List<String> events) {
        return () -> {
            long number = next.getAndIncrement();
            String event = events.get((int) (number % events.size()));
            return Connection.post(server, path(event), body(number, true));
        };
    }

    /** The same way and the same body, but refused before it is put to the database. */
    Supplier<byte[]> refused(String event) {
        return () -> Connection.post(server, path(event), body(next.getAndIncrement(), false));
    }

    private static String path(String event) {
        return "/api/events/" + event + "/registrations";
    }

    private String body(long number, boolean noticeAccepted) {
        return """
        {"unitId":"%s","attendee":{"name":"Peserta Uji %d, S.H.","nip":"%s","position":"Staf",\
        "phone":"081234567890","email":null},"representing":null,"noticeAccepted":%s}\
        """
                .formatted(
                        offices.get((int) (number % offices.size())),
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
