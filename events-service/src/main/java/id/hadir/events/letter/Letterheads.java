package id.hadir.events.letter;

import id.hadir.events.agency.Agencies;
import id.hadir.events.agency.Agency;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.audit.Masked;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The letterheads of agencies, each written by its own organisers. */
@Service
class Letterheads {

    private static final byte[] NONE = {};

    private final LetterheadStore store;
    private final Agencies agencies;
    private final Audit audit;
    private final TransactionalOperator transaction;

    Letterheads(
            LetterheadStore store,
            Agencies agencies,
            Audit audit,
            TransactionalOperator transaction) {
        this.store = store;
        this.agencies = agencies;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Of an agency whose letters the actor may write; fails with 403, then with 404. */
    Mono<Agency> agency(Actor actor, UUID id) {
        return actor.mayOrganise(id.toString())
                ? agencies.find(id).switchIfEmpty(Mono.error(Problem::notFound))
                : Mono.error(Problem.forbidden());
    }

    Mono<Letterhead> of(Agency agency) {
        return store.find(agency.id()).defaultIfEmpty(Letterhead.of(agency));
    }

    /** No bytes where there is none. */
    Mono<byte[]> logo(UUID agencyId) {
        return store.findLogo(agencyId).defaultIfEmpty(NONE);
    }

    Mono<Letterhead> put(
            Actor actor, UUID agencyId, LetterheadRequest request, FieldErrors errors) {
        return agency(actor, agencyId)
                .flatMap(
                        agency -> {
                            Letterhead wanted = request.check(errors);
                            errors.throwIfAny();
                            return of(agency)
                                    .flatMap(before -> write(agency, before, wanted))
                                    .as(transaction::transactional);
                        });
    }

    private Mono<Letterhead> write(Agency agency, Letterhead before, Letterhead wanted) {
        Deed deed =
                Deed.of("letterhead.changed", "agency", agency.id())
                        .changing(fields(before), fields(wanted));
        return store.save(agency.id(), wanted).then(audit.append(deed)).thenReturn(wanted);
    }

    Mono<Void> putLogo(Actor actor, UUID agencyId, byte[] bytes) {
        return agency(actor, agencyId)
                .then(
                        Mono.fromCallable(() -> Logo.checked(bytes))
                                .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(
                        logo ->
                                store.saveLogo(agencyId, logo)
                                        .then(audit.append(logoDeed(agencyId, logo.length)))
                                        .as(transaction::transactional))
                .then();
    }

    Mono<Void> removeLogo(Actor actor, UUID agencyId) {
        return agency(actor, agencyId)
                .flatMap(
                        _ ->
                                store.removeLogo(agencyId)
                                        .then(audit.append(logoDeed(agencyId, 0)))
                                        .as(transaction::transactional))
                .then();
    }

    private static Deed logoDeed(UUID agencyId, int bytes) {
        return Deed.of("letterhead.logo-changed", "agency", agencyId).with(Map.of("bytes", bytes));
    }

    /** The signer is a person. */
    private static Map<String, @Nullable Object> fields(Letterhead head) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("lines", head.lines());
        fields.put("address", head.address());
        fields.put("town", head.town());
        fields.put("code", head.code());
        fields.put("numberPattern", head.numberPattern());
        fields.put("onBehalfOf", head.signer().onBehalfOf());
        fields.put("position", head.signer().title());
        fields.put("signer", Masked.name(head.signer().name()));
        fields.put("nip", Masked.number(head.signer().nip()));
        fields.put("contact", Masked.name(head.contact()));
        fields.put("copies", head.copies());
        return fields;
    }
}
