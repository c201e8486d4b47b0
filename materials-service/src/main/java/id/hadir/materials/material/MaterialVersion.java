package id.hadir.materials.material;

import id.hadir.materials.content.FileName;
import java.time.Instant;

/**
 * One state of a material's content; a new one replaces none.
 *
 * @param number from 1
 * @param mediaType what the bytes are, not what the sender said
 * @param size in bytes
 */
public record MaterialVersion(
        int number,
        FileName fileName,
        String mediaType,
        long size,
        String sha256,
        Instant uploadedAt) {}
