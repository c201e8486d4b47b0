package id.hadir.materials.content;

/**
 * A content that is safely on disk.
 *
 * @param sha256 its name, 64 lower-case hex digits
 * @param size in bytes
 * @param mediaType what the bytes look like, whatever the sender called them
 */
public record StoredContent(String sha256, long size, String mediaType) {}
