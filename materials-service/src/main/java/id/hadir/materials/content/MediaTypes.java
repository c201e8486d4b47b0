package id.hadir.materials.content;

import java.util.Set;
import org.apache.tika.Tika;

/** What a content is by its bytes, and as what it may be handed to a browser. */
public final class MediaTypes {

    private static final Tika TIKA = new Tika();

    /** Formats that browsers show without running anything that the file brings. */
    private static final Set<String> SHOWN =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp");

    /** Formats that are named truthfully, for saving; all others go out as plain bytes. */
    private static final Set<String> NAMED =
            Set.of(
                    "application/msword",
                    "application/vnd.ms-excel",
                    "application/vnd.ms-powerpoint",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/vnd.oasis.opendocument.presentation",
                    "application/vnd.oasis.opendocument.spreadsheet",
                    "application/vnd.oasis.opendocument.text",
                    "application/zip",
                    "audio/mpeg",
                    "text/plain",
                    "video/mp4");

    private MediaTypes() {}

    /**
     * @param head the first bytes of the content
     */
    static String detect(byte[] head, String fileName) {
        return TIKA.detect(head, fileName);
    }

    /** The type to send: markup and scripts leave as bytes to be saved, never to be opened here. */
    public static String toSend(String mediaType) {
        return mayBeShown(mediaType) || NAMED.contains(mediaType)
                ? mediaType
                : "application/octet-stream";
    }

    public static boolean mayBeShown(String mediaType) {
        return SHOWN.contains(mediaType);
    }
}
