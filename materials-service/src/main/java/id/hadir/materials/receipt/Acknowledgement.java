package id.hadir.materials.receipt;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an office said about a material.
 *
 * @param passedOnTo how many people it was passed on to
 * @param first whether nothing had been said with this ticket before
 */
record Acknowledgement(
        UUID materialId,
        @Nullable UUID unitId,
        String unitName,
        int passedOnTo,
        Instant acknowledgedAt,
        boolean first) {}
