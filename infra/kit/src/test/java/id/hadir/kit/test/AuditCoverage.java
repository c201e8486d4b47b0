package id.hadir.kit.test;

import id.hadir.kit.security.AccessTable;
import id.hadir.kit.security.AccessTable.Row;
import id.hadir.kit.security.CsrfFilter;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;

/** Makes the unsafe calls of a matrix, as somebody for whom they are, and looks into the audit. */
final class AuditCoverage {

    private static final String DOERS_ADDRESS = "198.51.100.7";

    private final AccessMatrix matrix;
    private final DatabaseClient database;
    private final AccessMatrix.Place place;

    AuditCoverage(AccessMatrix matrix, DatabaseClient database, AccessMatrix.Place place) {
        this.matrix = matrix;
        this.database = database;
        this.place = place;
    }

    /** Each unsafe row whose call leaves no entry of who did it and from where, or fails. */
    Set<String> gaps(AccessTable table) {
        Set<String> gaps = new TreeSet<>();
        for (Row row : table.asList()) {
            if (!CsrfFilter.isSafe(row.method())) {
                for (Supplier<AccessSample> maker : matrix.samplesOf(row)) {
                    AccessSample sample = maker.get().header("X-Forwarded-For", DOERS_ADDRESS);
                    long last = lastEntry();
                    AccessAnswer answer =
                            matrix.send(row, sample, AccessCaller.doerOf(row).token(place));
                    if (answer.status() >= 400 || answer.isDenial()) {
                        gaps.add(row.method() + " " + row.pattern() + " failed: " + answer);
                    } else if (entriesAfter(last) == 0) {
                        gaps.add(row.method() + " " + row.pattern());
                    }
                }
            }
        }
        return gaps;
    }

    private long lastEntry() {
        return number(database.sql("select coalesce(max(id), 0) from audit_entry"));
    }

    private long entriesAfter(long last) {
        return number(
                database.sql(
                                """
                                select count(*) from audit_entry
                                where id > :last and address = :address and actor <> ''
                                """)
                        .bind("last", last)
                        .bind("address", DOERS_ADDRESS));
    }

    private static long number(DatabaseClient.GenericExecuteSpec query) {
        return query.mapValue(Long.class).one().blockOptional().orElseThrow();
    }
}
