package id.hadir.events.unit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An office that can be invited.
 *
 * @param regionCode null for an instansi of the whole country
 * @param headTitle title of its head, such as {@code Camat Baros}
 * @param parentId the office above it, null at the top and for instansi, which belong to no
 *     region's government
 */
public record Unit(
        UUID id,
        String name,
        UnitKind kind,
        @Nullable String regionCode,
        @Nullable String headTitle,
        @Nullable UUID parentId) {}
