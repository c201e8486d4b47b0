package id.hadir.kit.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * Where the chain does not hold.
 *
 * @param no of the seal
 * @param after what came before this moment is whole
 * @param until the entries in question were written before
 */
record Gap(long no, Reason reason, Instant after, Instant until) {

    enum Reason {
        SEAL_MISSING,
        SEAL_CHANGED,
        ENTRIES_MISSING,
        ENTRIES_ADDED,
        /** An entry, or the seal itself. */
        CHANGED;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
