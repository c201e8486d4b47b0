package id.hadir.attendance.registration;

import id.hadir.attendance.ticket.Tickets;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers with a registration and its signed ticket, which no cache may keep. */
@Component
public class RegistrationViews {

    private final Tickets tickets;

    RegistrationViews(Tickets tickets) {
        this.tickets = tickets;
    }

    public Mono<RegistrationView> of(Receipt receipt) {
        Registration registration = receipt.registration();
        return tickets.sign(registration.eventId(), registration.code())
                .map(qr -> RegistrationView.of(receipt, qr));
    }

    public static ResponseEntity<RegistrationView> created(RegistrationView view) {
        return ResponseEntity.created(URI.create("/api/registrations/" + view.ticket().code()))
                .cacheControl(CacheControl.noStore())
                .body(view);
    }

    static ResponseEntity<RegistrationView> ok(RegistrationView view) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }
}
