package id.hadir.materials.material;

import id.hadir.materials.material.Catalogue.Offer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A material in JSON.
 *
 * @param available whether this caller gets the bytes now
 */
record MaterialView(
        UUID id,
        UUID eventId,
        String title,
        String kind,
        String audience,
        int version,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        @Nullable Instant releaseAt,
        Instant uploadedAt,
        boolean available,
        String url) {

    static MaterialView of(Offer offer) {
        return of(offer.material(), offer.available());
    }

    /** As its organiser sees it. */
    static MaterialView of(Material material) {
        return of(material, true);
    }

    private static MaterialView of(Material material, boolean available) {
        MaterialVersion version = material.version();
        return new MaterialView(
                material.id(),
                material.eventId(),
                material.title(),
                material.kind().code(),
                material.audience().code(),
                version.number(),
                version.fileName().value(),
                version.mediaType(),
                version.size(),
                version.sha256(),
                material.releaseAt(),
                version.uploadedAt(),
                available,
                "/api/materials/" + material.id() + "/content");
    }
}
