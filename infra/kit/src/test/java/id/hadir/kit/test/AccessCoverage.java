package id.hadir.kit.test;

import id.hadir.kit.security.AccessTable;
import id.hadir.kit.security.AccessTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Compares the routes of a service with the rows of its {@link AccessTable}: an endpoint that
 * nobody thought about is a fault of the build, and so is a row that no longer means anything.
 */
public final class AccessCoverage {

    private static final String VARIABLE = "\\{[^}]+}";

    private AccessCoverage() {}

    /** A line for each fault; none when each route has one row and each row a route. */
    public static List<String> faults(RequestMappingHandlerMapping handlers, AccessTable table) {
        Set<String> routes =
                handlers.getHandlerMethods().keySet().stream()
                        .flatMap(AccessCoverage::routes)
                        .filter(route -> !route.startsWith("GET /feeds/")) // asks for its key
                        .collect(Collectors.toCollection(TreeSet::new));
        List<String> faults = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Row row : table.asList()) {
            String route = route(row.method().name(), row.pattern());
            if (row.pattern().contains("*")) {
                faults.add("a row for many routes: " + route);
            } else if (!seen.add(route)) {
                faults.add("two rows for " + route);
            } else if (!routes.contains(route)) {
                faults.add("a row without a route: " + route);
            }
        }
        routes.stream()
                .filter(route -> !seen.contains(route))
                .forEach(route -> faults.add("a route without a row: " + route));
        faults.addAll(hidden(table.asList()));
        return faults;
    }

    /** The first row that matches decides, so that {@code /a/{x}} above hides {@code /a/b}. */
    private static List<String> hidden(List<Row> rows) {
        List<String> faults = new ArrayList<>();
        for (int below = 0; below < rows.size(); below++) {
            Row row = rows.get(below);
            PathContainer path = PathContainer.parsePath(row.pattern().replaceAll(VARIABLE, "0"));
            rows.subList(0, below).stream()
                    .filter(above -> above.method().equals(row.method()))
                    .filter(above -> !normal(above.pattern()).equals(normal(row.pattern())))
                    .filter(above -> above.path().matches(path))
                    .forEach(
                            above ->
                                    faults.add(row.pattern() + " is hidden by " + above.pattern()));
        }
        return faults;
    }

    private static Stream<String> routes(RequestMappingInfo mapping) {
        return mapping.getPatternsCondition().getPatterns().stream()
                .flatMap(
                        pattern ->
                                methods(mapping)
                                        .map(method -> route(method, pattern.getPatternString())));
    }

    /** One without a method answers all of them, and no row says so. */
    private static Stream<String> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? Stream.of("every method")
                : methods.stream().map(RequestMethod::name);
    }

    /** Variables may be named differently. */
    private static String route(String method, String pattern) {
        return method + " " + normal(pattern);
    }

    private static String normal(String pattern) {
        return pattern.replaceAll(VARIABLE, "{}");
    }
}
