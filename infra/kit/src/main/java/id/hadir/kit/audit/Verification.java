package id.hadir.kit.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a walk along the chain found.
 *
 * @param seals that hold, from the first on
 * @param entries below them
 * @param unsealed entries of the last seconds, after the last seal
 * @param head the last seal that holds
 * @param gap the first place where the chain does not hold, or null
 * @param isProtected the database itself refuses to let the service change an entry
 */
record Verification(
        long seals,
        long entries,
        long unsealed,
        Head head,
        @Nullable Gap gap,
        boolean isProtected) {

    record Head(long no, String hash, Instant sealedAt) {

        static Head of(Seal seal) {
            return new Head(seal.no(), seal.fingerprint(), seal.sealedAt());
        }
    }

    boolean isIntact() {
        return gap == null;
    }
}
