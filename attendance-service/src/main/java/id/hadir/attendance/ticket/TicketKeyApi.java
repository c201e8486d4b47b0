package id.hadir.attendance.ticket;

import id.hadir.kit.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The keys of tickets: their public halves for whoever checks tickets, withdrawing for admins. */
@RestController
@RequestMapping("/api/ticket-keys")
class TicketKeyApi {

    private final Tickets tickets;
    private final KeyWithdrawal withdrawal;

    TicketKeyApi(Tickets tickets, KeyWithdrawal withdrawal) {
        this.tickets = tickets;
        this.withdrawal = withdrawal;
    }

    /**
     * @param publicKey in base64; null for an HMAC of the first release, which has none
     */
    record KeyView(
            String kid,
            String algorithm,
            @Nullable String publicKey,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime retiredAt,
            @Nullable OffsetDateTime withdrawnAt) {

        static KeyView of(TicketKey key) {
            return new KeyView(
                    key.kid(),
                    key.signature().code(),
                    key.publicKey(),
                    key.createdAt().atOffset(ZoneOffset.UTC),
                    at(key.retiredAt()),
                    at(key.withdrawnAt()));
        }

        private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
            return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        }
    }

    record Keys(List<KeyView> items) {}

    @GetMapping
    Mono<Keys> list() {
        return tickets.keys().map(keys -> new Keys(keys.all().stream().map(KeyView::of).toList()));
    }

    @PostMapping("/{kid}/withdraw")
    Mono<KeyView> withdraw(@PathVariable String kid) {
        return withdrawal
                .withdraw(kid)
                .map(KeyView::of)
                .switchIfEmpty(Mono.error(Problem::notFound));
    }
}
