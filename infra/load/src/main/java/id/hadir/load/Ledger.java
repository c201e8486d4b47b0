package id.hadir.load;

import id.hadir.load.http.Tally;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was answered for which events, to be compared with the database in the end. */
final class Ledger {

    /**
     * @param created answers of 201, and rows written beside the service
     * @param unanswered requests without an answer, each of which may have its row
     */
    private record Counts(long created, long unanswered) {

        Counts plus(Counts more) {
            return new Counts(created + more.created, unanswered + more.unanswered);
        }
    }

    private final Map<List<String>, Counts> answered = new LinkedHashMap<>();

    void add(List<String> events, Tally tally) {
        add(events, tally.answered(), tally.unsure());
    }

    void add(List<String> events, long created, long unanswered) {
        answered.merge(events, new Counts(created, unanswered), Counts::plus);
    }

    /** Whether every answer has its row, no seat is taken twice and none is counted wrongly. */
    boolean agreesWith(Verification verification, PrintStream out) throws SQLException {
        boolean isSound = true;
        for (Map.Entry<List<String>, Counts> one : answered.entrySet()) {
            Verification.Found found = verification.look(one.getKey());
            Counts counts = one.getValue();
            boolean agrees = found.agreesWith(counts.created(), counts.unanswered());
            out.printf(
                    "%d event(s): %d answered 201, %d not answered, %d rows, %d people, %d counted:"
                            + " %s%n",
                    one.getKey().size(),
                    counts.created(),
                    counts.unanswered(),
                    found.rows(),
                    found.people(),
                    found.counted(),
                    agrees ? "right" : "WRONG");
            isSound &= agrees;
        }
        answered.clear();
        return isSound;
    }
}
