package id.hadir.events.organise;

import id.hadir.events.naming.Folded;
import id.hadir.events.unit.Unit;
import id.hadir.events.unit.UnitDetails;
import id.hadir.events.unit.UnitKind;
import id.hadir.events.unit.UnitRegister;
import id.hadir.events.unit.UnitSearch;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Enters the offices that nobody has entered before: each region has OPD of its own names. */
@Component
class NewUnits {

    private final UnitRegister units;

    NewUnits(UnitRegister units) {
        this.units = units;
    }

    /** The ids of the units of these names, made where they did not exist. */
    Mono<List<UUID>> enter(UnitKind kind, @Nullable String region, List<String> names) {
        return Flux.fromIterable(names)
                .concatMap(name -> enter(kind, region, name))
                .map(Unit::id)
                .collectList();
    }

    private Mono<Unit> enter(UnitKind kind, @Nullable String region, String name) {
        var typed = new UnitDetails.Typed(name, kind.code(), region, null, null, null);
        return units.add(typed, new FieldErrors())
                .onErrorResume(NewUnits::isKnown, known -> find(kind, region, name, known));
    }

    private Mono<Unit> find(
            UnitKind kind, @Nullable String region, String name, Throwable isKnown) {
        return units.list(UnitSearch.of(region, kind.code(), name), PageRequest.first(50))
                .flatMapIterable(found -> found.items())
                .filter(unit -> Folded.of(unit.name()).equals(Folded.of(name)))
                .next()
                .switchIfEmpty(Mono.error(isKnown));
    }

    private static boolean isKnown(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals("unit-exists");
    }
}
