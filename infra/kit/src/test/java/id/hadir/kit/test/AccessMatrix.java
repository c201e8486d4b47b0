package id.hadir.kit.test;

import id.hadir.kit.security.AccessTable;
import id.hadir.kit.security.AccessTable.Row;
import id.hadir.kit.security.CsrfFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Calls every row of a service's {@link AccessTable} as everybody: the roles, a stranger's agency,
 * a neighbouring region, nobody, and who goes around the gateway. What each must come to follows
 * from the row's roles and scope alone, so that a new row is under test once it has a sample, and
 * without a sample it is a fault.
 */
public final class AccessMatrix {

    /**
     * Whose the samples are, and who is a stranger to them.
     *
     * @param region of the units in the samples
     * @param neighbour a region whose code {@code region} begins with, or another next to it
     */
    public record Place(String agency, String strangersAgency, String region, String neighbour) {}

    private record Call(Row row, AccessCaller caller, AccessSample sample) {

        boolean isAllowed() {
            return caller.mayCall(row, row.pattern().contains("{") || sample.isOfAgency());
        }

        @Override
        public String toString() {
            return "%s %s as %s".formatted(row.method(), sample.path(), caller);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AccessTable table;
    private final Place place;
    private final WebTestClient http;
    private final DatabaseClient database;
    private final Map<String, List<Supplier<AccessSample>>> samples = new LinkedHashMap<>();

    public AccessMatrix(AccessTable table, Place place, int port, DatabaseClient database) {
        this.table = table;
        this.place = place;
        this.database = database;
        this.http =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(PATIENCE)
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
                        .build();
    }

    /** A sample of a row; made anew for each call that may change what it is about. */
    public AccessMatrix sample(HttpMethod method, String pattern, Supplier<AccessSample> sample) {
        samples.computeIfAbsent(method + " " + pattern, _ -> new ArrayList<>()).add(sample);
        return this;
    }

    /** A line for each row that has no sample, and each sample without a row. */
    public List<String> gaps() {
        Set<String> rows = new TreeSet<>();
        table.asList().forEach(row -> rows.add(row.method() + " " + row.pattern()));
        List<String> gaps = new ArrayList<>();
        rows.stream().filter(row -> !samples.containsKey(row)).forEach(gaps::add);
        samples.keySet().stream().filter(row -> !rows.contains(row)).forEach(gaps::add);
        return gaps;
    }

    /**
     * A line for each call that a row or its scope forbids and that is answered all the same, or
     * tells what is secret, or lacks a protective header; and for each table of the database that
     * one of them changed.
     */
    public List<String> breaches() {
        List<Call> forbidden = new ArrayList<>();
        for (Row row : table.asList()) {
            for (Supplier<AccessSample> maker : samplesOf(row)) {
                AccessSample sample = maker.get();
                for (AccessCaller caller : AccessCaller.values()) {
                    Call call = new Call(row, caller, sample);
                    if (!call.isAllowed()) {
                        forbidden.add(call);
                    }
                }
            }
        }
        Map<String, String> before = tables();
        List<String> breaches = new ArrayList<>();
        for (Call call : forbidden) {
            AccessAnswer answer = send(call);
            if (!answer.isDenial()
                    || tells(answer, call.sample())
                    || !answer.unprotected().isEmpty()) {
                breaches.add(call + ": " + answer);
            }
        }
        Map<String, String> after = tables();
        before.forEach(
                (name, state) -> {
                    if (!state.equals(after.get(name))) {
                        breaches.add("a denied call changed " + name);
                    }
                });
        return breaches;
    }

    /**
     * A line for each call that is allowed and fails, and for each answer that shows the secret to
     * whom the scope shuts out, or hides it from whom it lets near, or lacks a protective header.
     */
    public List<String> hindrances() {
        List<String> hindrances = new ArrayList<>();
        for (Row row : table.asList()) {
            for (Supplier<AccessSample> maker : samplesOf(row)) {
                for (AccessCaller caller : AccessCaller.values()) {
                    Call call = new Call(row, caller, maker.get());
                    if (call.isAllowed()) {
                        AccessAnswer answer = send(call);
                        boolean asDue =
                                call.sample().secret().isEmpty()
                                        || tells(answer, call.sample()) == caller.maySee(row);
                        if (answer.status() >= 400
                                || answer.isDenial()
                                || !asDue
                                || !answer.unprotected().isEmpty()) {
                            hindrances.add(call + ": " + answer);
                        }
                    }
                }
            }
        }
        return hindrances;
    }

    /** A line for each unsafe call that a session may make without its token, or with another. */
    public List<String> forgeable() {
        String session = TestTokens.token("admin", "admin", null, null, "csrf-1");
        List<String> forgeable = new ArrayList<>();
        for (Row row : table.asList()) {
            if (CsrfFilter.isSafe(row.method())) {
                continue;
            }
            for (Supplier<AccessSample> maker : samplesOf(row)) {
                AccessSample sample = maker.get();
                for (AccessSample forged :
                        List.of(sample, sample.header(CsrfFilter.HEADER, "csrf-2"))) {
                    AccessAnswer answer = send(row, forged, session);
                    if (answer.status() != 403
                            || !answer.body().matches("(?s).*(csrf|kedaluwarsa).*")) {
                        forgeable.add(row.method() + " " + forged + ": " + answer);
                    }
                }
            }
        }
        return forgeable;
    }

    /**
     * Each unsafe row whose call goes through and leaves nothing in the audit of who did it and
     * from where.
     */
    public Set<String> unaudited() {
        return new AuditCoverage(this, database, place).gaps(table);
    }

    List<Supplier<AccessSample>> samplesOf(Row row) {
        return samples.getOrDefault(row.method() + " " + row.pattern(), List.of());
    }

    private static boolean tells(AccessAnswer answer, AccessSample sample) {
        return !sample.secret().isEmpty() && answer.body().contains(sample.secret());
    }

    private AccessAnswer send(Call call) {
        return send(call.row(), call.sample(), call.caller().token(place));
    }

    AccessAnswer send(Row row, AccessSample sample, @Nullable String token) {
        WebTestClient.RequestBodySpec request = http.method(row.method()).uri(sample.path());
        if (token != null) {
            request.headers(headers -> headers.setBearerAuth(token));
        }
        sample.headers().forEach(request::header);
        FluxExchangeResult<byte[]> result =
                (sample.type() == null
                                ? request
                                : request.contentType(sample.type()).bodyValue(sample.body()))
                        .exchange()
                        .returnResult(byte[].class);
        return AccessAnswer.of(result, PATIENCE);
    }

    /** How many rows each table has, and the last transaction that wrote one. */
    private Map<String, String> tables() {
        Map<String, String> states = new TreeMap<>();
        database.sql("select tablename from pg_tables where schemaname = 'public'")
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow()
                .forEach(name -> states.put(name, state(name)));
        return states;
    }

    private String state(String table) {
        return String.valueOf(
                database.sql(
                                "select count(*) || ' ' || coalesce(max(xmin::text::bigint), 0)"
                                        + " from \""
                                        + table
                                        + "\"")
                        .mapValue(String.class)
                        .one()
                        .block());
    }
}
