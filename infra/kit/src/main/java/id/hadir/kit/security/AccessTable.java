package id.hadir.kit.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which role may call which endpoint of a service: one row each, the first that matches decides,
 * and what has no row does not exist. It holds before a body is read. Whose event or region it is
 * ("scope") the feature decides.
 */
public final class AccessTable {

    /**
     * @param pattern a Spring path pattern, such as {@code /api/events/{id}}
     */
    public record Row(HttpMethod method, String pattern, Set<Role> roles) {

        /** Whoever may GET may ask for the headers alone (RFC 9110, 9.3.2). */
        Set<HttpMethod> methods() {
            return method.equals(HttpMethod.GET)
                    ? Set.of(HttpMethod.GET, HttpMethod.HEAD)
                    : Set.of(method);
        }

        boolean isForAnyone() {
            return roles.contains(Role.ANYONE);
        }
    }

    private final List<Row> rows;

    /** Whether any row has the path of this request, for whatever method and role. */
    boolean knowsPath(ServerWebExchange exchange) {
        return rows.stream().anyMatch(row -> matches(row, exchange));
    }

    /** Whether any row has the path and the method of this request, for whatever role. */
    boolean knowsMethod(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        return rows.stream()
                .anyMatch(row -> row.methods().contains(method) && matches(row, exchange));
    }

    private static boolean matches(Row row, ServerWebExchange exchange) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        return PathPatternParser.defaultInstance.parse(row.pattern()).matches(path);
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

        public Builder allow(HttpMethod method, String pattern, Role... roles) {
            rows.add(new Row(method, pattern, Set.of(roles)));
            return this;
        }

        public AccessTable build() {
            return new AccessTable(rows);
        }
    }
}
