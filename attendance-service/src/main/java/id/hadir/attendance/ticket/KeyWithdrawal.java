package id.hadir.attendance.ticket;

import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Ends a key that somebody else may have got hold of. */
@Component
class KeyWithdrawal {

    private final TicketKeyStore store;
    private final Tickets tickets;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    KeyWithdrawal(
            TicketKeyStore store,
            Tickets tickets,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.store = store;
        this.tickets = tickets;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Nothing that the key signed is genuine any more, and a new one signs: here at once, on other
     * replicas when they look again. Codes that are typed in stay good. Withdrawn twice is
     * withdrawn; empty for a key that there is not.
     */
    Mono<TicketKey> withdraw(String kid) {
        return known(kid).flatMap(key -> mark(key.kid())).flatMap(_ -> known(kid));
    }

    private Mono<TicketKey> known(String kid) {
        return tickets.lookAgain().mapNotNull(keys -> keys.find(kid));
    }

    private Mono<Boolean> mark(String kid) {
        return store.withdraw(kid, clock.instant())
                .filter(changed -> changed > 0)
                .flatMap(_ -> audit.append(Deed.of("ticket-key.withdrawn", "ticket-key", kid)))
                .thenReturn(true)
                .as(transaction::transactional);
    }
}
