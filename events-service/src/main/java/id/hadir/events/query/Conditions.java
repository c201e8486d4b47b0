package id.hadir.events.query;

import id.hadir.events.naming.Folded;
import id.hadir.events.region.RegionCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Clauses joined by {@code and}, with the values that they bind. */
public final class Conditions {

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    public Conditions and(String clause) {
        clauses.add(clause);
        return this;
    }

    public Conditions and(String clause, String name, Object value) {
        values.put(name, value);
        return and(clause);
    }

    public Conditions bind(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** The column holds the code of the region or of one below it; nothing for null. */
    public Conditions inRegion(String column, @Nullable String code) {
        if (code != null) {
            and(column + " >= :region and " + column + " < :regionEnd", "region", code);
            bind("regionEnd", RegionCode.end(code));
        }
        return this;
    }

    /** The column, folded with a blank in front, holds each of the folded words. */
    public Conditions holdsAll(String column, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            and(column + " like :word" + i, "word" + i, Folded.pattern(words.get(i)));
        }
        return this;
    }

    public String where() {
        return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
    }

    public Map<String, Object> values() {
        return values;
    }
}
