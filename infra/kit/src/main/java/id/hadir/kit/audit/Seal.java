package id.hadir.kit.audit;

import java.time.Instant;
import java.util.HexFormat;

/**
 * Closes a run of entries.
 *
 * @param no 1 for the first, without gaps
 * @param uptoTx transaction of its last entry
 * @param uptoId id of its last entry
 * @param entries how many it holds
 * @param previous hash of the seal before it
 */
record Seal(
        long no,
        String uptoTx,
        long uptoId,
        int entries,
        byte[] previous,
        byte[] hash,
        Instant sealedAt) {

    /** Before the first. */
    static final Seal NONE =
            new Seal(
                    0,
                    "0",
                    0,
                    0,
                    new byte[AuditChain.LENGTH],
                    new byte[AuditChain.LENGTH],
                    Instant.EPOCH);

    String fingerprint() {
        return HexFormat.of().formatHex(hash);
    }
}
