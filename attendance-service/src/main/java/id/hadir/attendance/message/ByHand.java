package id.hadir.attendance.message;

import id.hadir.attendance.person.Phone;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** WhatsApp, opened with a number and a text that an organiser sends himself. */
record ByHand(URI address) {

    static ByHand of(HeldTicket ticket, String text) {
        Phone phone = Objects.requireNonNull(ticket.registration().attendee().phone());
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return new ByHand(
                URI.create("https://wa.me/" + phone.e164().substring(1) + "?text=" + encoded));
    }
}
