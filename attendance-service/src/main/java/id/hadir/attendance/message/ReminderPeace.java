package id.hadir.attendance.message;

import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Ends reminders for one registration, and begins them again. */
@Service
class ReminderPeace {

    private final ReminderStopStore store;
    private final RecipientQueries recipients;
    private final PeaceToken tokens;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    ReminderPeace(
            ReminderStopStore store,
            RecipientQueries recipients,
            PeaceToken tokens,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.store = store;
        this.recipients = recipients;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Whose reminders a link is about, and whether they are stopped. */
    record Standing(HeldTicket ticket, boolean isStopped) {}

    /** Empty for a link that is none, or whose ticket is not valid any more. */
    Mono<Standing> find(String token) {
        return tokens.read(token)
                .flatMap(
                        who ->
                                recipients
                                        .ticket(who.eventId(), who.registrationId())
                                        .zipWith(store.isStopped(who), Standing::new));
    }

    /** As often as somebody presses; empty as {@link #find}. */
    Mono<Standing> set(String token, boolean isWanted) {
        return tokens.read(token)
                .delayUntil(
                        who -> (isWanted ? resume(who) : stop(who)).as(transaction::transactional))
                .flatMap(_ -> find(token));
    }

    private Mono<Void> stop(Recipient who) {
        return recipients
                .ticket(who.eventId(), who.registrationId())
                .flatMap(_ -> store.stop(who, clock.instant()))
                .filter(isNew -> isNew)
                .flatMap(_ -> audit.append(deed("reminders.stopped", who)));
    }

    private Mono<Void> resume(Recipient who) {
        return store.resume(who)
                .filter(isNew -> isNew)
                .flatMap(_ -> audit.append(deed("reminders.resumed", who)));
    }

    private static Deed deed(String action, Recipient who) {
        return Deed.of(action, "registration", who.registrationId()).at(who.eventId());
    }
}
