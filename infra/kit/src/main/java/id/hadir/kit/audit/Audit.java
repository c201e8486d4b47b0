package id.hadir.kit.audit;

import id.hadir.kit.security.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes down who did what. */
public class Audit {

    private final AuditStore store;
    private final JsonMapper json;
    private final boolean atTheEdge;

    Audit(AuditStore store, JsonMapper json, boolean atTheEdge) {
        this.store = store;
        this.json = json;
        this.atTheEdge = atTheEdge;
    }

    /** Call it inside the transaction that does it; whoever makes the request did it. */
    public Mono<Void> append(Deed deed) {
        return Doer.current(atTheEdge).flatMap(doer -> append(doer, deed));
    }

    /** As {@link #append}, for what is done by whom nobody knew yet when the request came in. */
    public Mono<Void> appendAs(Actor actor, Deed deed) {
        return Doer.current(atTheEdge)
                .flatMap(doer -> append(Doer.of(actor, doer.address()), deed));
    }

    /** As {@link #append}, for what Hadir does by itself. */
    public Mono<Void> appendOwn(Deed deed) {
        return append(Doer.HADIR, deed);
    }

    private Mono<Void> append(Doer doer, Deed deed) {
        return store.add(doer, deed, text(deed.before()), text(deed.after()));
    }

    private @Nullable String text(Map<String, ? extends @Nullable Object> fields) {
        return fields.isEmpty() ? null : json.writeValueAsString(fields);
    }
}
