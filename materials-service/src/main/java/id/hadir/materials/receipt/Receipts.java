package id.hadir.materials.receipt;

import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.materials.material.Catalogue;
import id.hadir.materials.material.Catalogue.Opened;
import id.hadir.materials.receipt.ReceiptStore.Noted;
import id.hadir.materials.ticket.TicketCode;
import id.hadir.materials.ticket.TicketHolder;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Notes that a material was received, and that it was taken note of and passed on. */
@Service
public class Receipts {

    private static final Logger log = LoggerFactory.getLogger(Receipts.class);

    private final Catalogue catalogue;
    private final ReceiptStore store;
    private final Clock clock;

    Receipts(Catalogue catalogue, ReceiptStore store, Clock clock) {
        this.catalogue = catalogue;
        this.store = store;
        this.clock = clock;
    }

    /** A download without ticket is nobody's; one that cannot be noted goes on nevertheless. */
    public Mono<Void> downloaded(Opened opened) {
        TicketHolder holder = opened.viewer().holder();
        if (holder == null || !holder.isConfirmed()) {
            return Mono.empty();
        }
        return store.downloaded(new Noted(opened.material(), holder, clock.instant()))
                .onErrorComplete(
                        failure -> {
                            log.warn("a download was not noted: {}", failure.toString());
                            return true;
                        });
    }

    /**
     * The ticket's holder took note, and passed the material on to that many people; whoever is
     * signed in besides counts for nothing.
     */
    Mono<Acknowledgement> acknowledge(String materialId, TicketCode ticket, int passedOnTo) {
        return catalogue
                .open(materialId, null, Actor.ANYONE, Optional.of(ticket))
                .map(opened -> new Noted(opened.material(), holder(opened), clock.instant()))
                .flatMap(
                        noted ->
                                store.acknowledged(noted, passedOnTo)
                                        .map(first -> noted.asAcknowledgement(passedOnTo, first)));
    }

    private static TicketHolder holder(Opened opened) {
        TicketHolder holder = opened.viewer().holder();
        if (holder == null || !holder.isConfirmed()) {
            throw notYours();
        }
        return holder;
    }

    static Problem notYours() {
        return Problem.of(HttpStatus.FORBIDDEN, "not-your-audience");
    }
}
