package id.hadir.kit.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of a part of the audit.
 *
 * @param asked what was typed into the form
 * @param next cursor of the next page, or null
 * @param chain what a walk along it found, when that was asked for
 */
public record AuditView(
        String part, Asked asked, List<Row> rows, @Nullable String next, @Nullable Chain chain) {

    public static final List<String> PARTS = List.of("akun", "kegiatan", "kehadiran", "materi");

    /** Of the country's capital; a log has one. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    /**
     * @param from first day, as {@code 2027-08-11}; empty is all
     */
    public record Asked(String from, String to, String actor, String action, String event) {}

    public record Row(
            Instant at,
            String actor,
            String role,
            @Nullable String address,
            String action,
            @Nullable UUID event,
            String kind,
            @Nullable String subject,
            List<Change> changes) {}

    /** A field; empty where it was not, or is no more. */
    public record Change(String field, String before, String after) {}

    /**
     * @param gap number of the seal at which it does not hold, or null
     * @param hash of the last seal, its first characters
     */
    public record Chain(
            long seals, long entries, @Nullable Long gap, String hash, boolean isProtected) {}
}
