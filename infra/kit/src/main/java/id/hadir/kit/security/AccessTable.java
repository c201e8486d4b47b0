package id.hadir.kit.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Which role may call which endpoint: one row each, and what has no row does not exist. It holds
 * before a body is read. Whose event or region it is, the feature asks; the row's {@link Scope}
 * says what it must come to.
 */
public final class AccessTable {

    /**
     * @param path such as {@code /api/events/{id}}
     */
    public record Row(HttpMethod method, PathPattern path, Scope scope, Set<Role> roles) {

        public String pattern() {
            return path.getPatternString();
        }

        /** Whoever may GET may ask for the headers alone (RFC 9110, 9.3.2). */
        boolean answers(HttpMethod asked) {
            return method.equals(asked)
                    || (method.equals(HttpMethod.GET) && asked.equals(HttpMethod.HEAD));
        }

        public boolean lets(Role role) {
            return roles.contains(Role.ANYONE) || roles.contains(role);
        }
    }

    private static final AuthorizationResult DENIED = new AuthorizationDecision(false);

    private final List<Row> rows;

    /** Denies what has no row, and a row's roles to all others. */
    public Mono<AuthorizationResult> authorize(
            Mono<Authentication> authentication, AuthorizationContext context) {
        Optional<Row> row = row(context.getExchange());
        return row.isEmpty()
                ? Mono.just(DENIED)
                : authentication
                        .<AuthorizationResult>map(
                                who -> new AuthorizationDecision(allows(row.get(), who)))
                        .defaultIfEmpty(DENIED);
    }

    private static boolean allows(Row row, Authentication who) {
        return who instanceof ActorAuthentication known && row.lets(known.actor().role());
    }

    /** The row of a request's method and path, whoever makes it. */
    public Optional<Row> row(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        return rows.stream()
                .filter(row -> row.answers(method) && matches(row, exchange))
                .findFirst();
    }

    /** Whether any row has the path of this request, for whatever method and role. */
    boolean knowsPath(ServerWebExchange exchange) {
        return rows.stream().anyMatch(row -> matches(row, exchange));
    }

    private static boolean matches(Row row, ServerWebExchange exchange) {
        return row.path().matches(exchange.getRequest().getPath().pathWithinApplication());
    }

    private AccessTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    public static Builder rows() {
        return new Builder();
    }

    public List<Row> asList() {
        return rows;
    }

    /** Collects rows in their order. */
    public static final class Builder {

        private final List<Row> rows = new ArrayList<>();

        public Builder allow(HttpMethod method, String pattern, Scope scope, Role... roles) {
            PathPattern path = PathPatternParser.defaultInstance.parse(pattern);
            rows.add(new Row(method, path, scope, Set.of(roles)));
            return this;
        }

        public AccessTable build() {
            return new AccessTable(rows);
        }
    }
}
