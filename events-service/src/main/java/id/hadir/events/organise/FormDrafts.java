package id.hadir.events.organise;

import id.hadir.kit.security.Actor;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/** Keeps what is typed into the form of an event until it is saved, and at most thirty days. */
@Service
class FormDrafts {

    static final Duration KEPT = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(FormDrafts.class);

    private final FormDraftStore store;
    private final Clock clock;

    FormDrafts(FormDraftStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Mono<FormDraft> keep(Actor actor, String form, MultiValueMap<String, String> typed) {
        FormDraft draft =
                new FormDraft(FormOrigin.lasting(EventForm.typed(typed)), clock.instant());
        return store.keep(actor, form, draft).thenReturn(draft);
    }

    /** Empty when there is none. */
    Mono<FormDraft> find(Actor actor, String form) {
        return store.find(actor, form);
    }

    Mono<Void> forget(Actor actor, String form) {
        return store.forget(actor, form);
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Jakarta")
    Mono<Void> forgetOld() {
        return store.forgetOlderThan(clock.instant().minus(KEPT))
                .doOnError(failure -> log.warn("old drafts were not thrown away", failure))
                .onErrorComplete()
                .then();
    }
}
