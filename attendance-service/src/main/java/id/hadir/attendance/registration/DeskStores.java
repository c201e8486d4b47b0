package id.hadir.attendance.registration;

import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * What registrations are decided with. The stores are of the same classes as the beans, but are no
 * beans themselves: they work on the connections of the desk, and the beans on those of everybody.
 *
 * @param transaction on the connections of the stores
 */
record DeskStores(
        RegistrationStore registrations,
        RosterQueries rosters,
        MergedOfficeQueries merged,
        TransactionalOperator transaction) {

    static DeskStores on(DeskConnections connections, JsonMapper json) {
        return new DeskStores(
                new RegistrationStore(connections.client()),
                new RosterQueries(connections.client(), json),
                new MergedOfficeQueries(connections.client()),
                connections.transaction());
    }
}
