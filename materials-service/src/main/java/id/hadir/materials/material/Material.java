package id.hadir.materials.material;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that an event hands out.
 *
 * @param releaseAt not handed out before; null: at once
 * @param version the version that was asked for, usually the latest
 */
public record Material(
        UUID id,
        UUID eventId,
        String title,
        Kind kind,
        Audience audience,
        @Nullable Instant releaseAt,
        MaterialVersion version) {

    /** What a viewer gets who asks for the bytes. */
    public enum Verdict {
        OPEN,
        NOT_YOUR_AUDIENCE,
        NOT_RELEASED
    }

    public Verdict verdictFor(Viewer viewer, Instant now) {
        if (!viewer.isIn(audience)) {
            return Verdict.NOT_YOUR_AUDIENCE;
        }
        boolean released = releaseAt == null || !now.isBefore(releaseAt);
        return released || viewer.organises() ? Verdict.OPEN : Verdict.NOT_RELEASED;
    }
}
