package id.hadir.materials.material;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.id.PathId;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.materials.content.FileName;
import id.hadir.materials.eventcopy.EventCopy;
import id.hadir.materials.eventcopy.EventQueries;
import id.hadir.materials.material.Catalogue.Found;
import id.hadir.materials.material.MaterialStore.Sent;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What organisers do with materials. Who may is asked before a byte of the body is read; a file is
 * durably on disk before the database knows of it; and the answer comes after both.
 */
@Service
class Materials {

    private final EventQueries events;
    private final Catalogue catalogue;
    private final MaterialQueries queries;
    private final MaterialStore store;
    private final Uploads uploads;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Materials(
            EventQueries events,
            Catalogue catalogue,
            MaterialQueries queries,
            MaterialStore store,
            Uploads uploads,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.events = events;
        this.catalogue = catalogue;
        this.queries = queries;
        this.store = store;
        this.uploads = uploads;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    Mono<Material> add(String eventId, Actor actor, Flux<PartEvent> parts) {
        return Mono.justOrEmpty(PathId.parse(eventId))
                .flatMap(events::awaitById)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .doOnNext(event -> requireOrganiser(event, actor))
                .flatMap(
                        event ->
                                uploads.receive(
                                        parts, upload -> create(event.id(), actor, upload)));
    }

    private Mono<Material> create(UUID eventId, Actor actor, Upload upload) {
        FieldErrors errors = new FieldErrors();
        upload.check(errors);
        NewMaterial material = NewMaterial.read(upload.fields(), errors);
        errors.throwIfAny();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return keep(upload, Objects.requireNonNull(upload.fileName()), actor)
                .flatMap(
                        sent ->
                                store.create(eventId, id, material, sent)
                                        .then(audit.append(uploaded(eventId, id, material, sent)))
                                        .as(transaction::transactional))
                .then(queries.latest(id));
    }

    private static Deed uploaded(UUID eventId, UUID id, NewMaterial material, Sent sent) {
        return Deed.of("material.uploaded", "material", id)
                .at(eventId)
                .with(
                        Map.of(
                                "title",
                                material.title(),
                                "kind",
                                material.kind().code(),
                                "audience",
                                material.audience().code(),
                                "releaseAt",
                                Objects.toString(material.releaseAt(), ""),
                                "sha256",
                                sent.content().sha256()));
    }

    /** A new version from a form with a file. */
    Mono<Material> replace(String materialId, Actor actor, Flux<PartEvent> parts) {
        return replace(
                materialId,
                actor,
                material -> uploads.receive(parts, upload -> addVersion(material, actor, upload)));
    }

    /** A new version from a body that is the file; it keeps its name unless told another. */
    Mono<Material> replace(
            String materialId, Actor actor, Optional<FileName> name, Flux<DataBuffer> body) {
        return replace(
                materialId,
                actor,
                material ->
                        uploads.receiveBody(
                                body,
                                upload -> {
                                    upload.name(name.orElse(material.version().fileName()));
                                    return addVersion(material, actor, upload);
                                }));
    }

    private Mono<Material> replace(
            String materialId, Actor actor, Function<Material, Mono<Material>> receive) {
        return organised(materialId, actor).flatMap(receive);
    }

    private Mono<Material> addVersion(Material material, Actor actor, Upload upload) {
        FieldErrors errors = new FieldErrors();
        upload.check(errors);
        errors.throwIfAny();
        return keep(upload, Objects.requireNonNull(upload.fileName()), actor)
                .flatMap(
                        sent ->
                                store.addVersion(material.eventId(), material.id(), sent)
                                        .delayUntil(_ -> audit.append(replaced(material, sent)))
                                        .as(transaction::transactional))
                .flatMap(number -> queries.version(material.id(), number))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    private static Deed replaced(Material material, Sent sent) {
        return Deed.of("material.replaced", "material", material.id())
                .at(material.eventId())
                .changing(
                        Map.of("sha256", material.version().sha256()),
                        Map.of("sha256", sent.content().sha256()));
    }

    Mono<Void> withdraw(String materialId, Actor actor) {
        return organised(materialId, actor)
                .flatMap(
                        material ->
                                store.withdraw(material.eventId(), material.id(), clock.instant())
                                        .then(audit.append(withdrawn(material)))
                                        .as(transaction::transactional));
    }

    private static Deed withdrawn(Material material) {
        return Deed.of("material.withdrawn", "material", material.id()).at(material.eventId());
    }

    /** The material, when the actor organises its event. */
    private Mono<Material> organised(String materialId, Actor actor) {
        return catalogue
                .find(materialId, null)
                .doOnNext(found -> requireOrganiser(found.event(), actor))
                .map(Found::material);
    }

    private Mono<Sent> keep(Upload upload, FileName name, Actor actor) {
        return uploads.onDisk(
                () -> new Sent(upload.keep(name), name, actor.username(), clock.instant()));
    }

    private static void requireOrganiser(EventCopy event, Actor actor) {
        if (!event.isOrganisedBy(actor)) {
            throw Problem.forbidden();
        }
    }
}
