package id.hadir.attendance.registration;

import id.hadir.attendance.person.PersonName;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds invited units by the name that a table has for them. */
@Component
class RosterNames {

    private final RosterQueries queries;

    RosterNames(RosterQueries queries) {
        this.queries = queries;
    }

    /** Ids of the invited units by folded name; two desa may share one. */
    Mono<Map<String, List<UUID>>> read(UUID eventId) {
        return queries.invited(eventId)
                .map(
                        units ->
                                units.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        unit -> fold(unit.name()),
                                                        Collectors.mapping(
                                                                RosterQueries.Named::id,
                                                                Collectors.toList()))));
    }

    static String fold(String name) {
        return PersonName.fold(name);
    }
}
