package id.hadir.materials.content;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name under which a content was sent and is offered for saving. It is a label and never a
 * path: whatever came, what remains is one plain name of at most 150 characters.
 */
public record FileName(String value) {

    private static final int LONGEST = 150;
    private static final int LONGEST_EXTENSION = 16;
    private static final String NAMELESS = "berkas";

    public FileName {
        if (!value.equals(clean(value))) {
            throw new IllegalArgumentException("not a clean file name");
        }
    }

    public static FileName of(@Nullable String sent) {
        return new FileName(clean(sent == null ? "" : sent));
    }

    /** The ending in capitals, as people name a kind of file: PDF; empty without one. */
    public String type() {
        int dot = value.lastIndexOf('.');
        return dot > 0 && value.length() - dot <= 6
                ? value.substring(dot + 1).toUpperCase(Locale.ROOT)
                : "";
    }

    private static String clean(String sent) {
        String name =
                sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                        // control and format characters (such as the ones that turn text round),
                        // halves of characters, and what a file system or a header trips over
                        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "")
                        .replaceAll("[<>:\"|?*%;]", "_")
                        .replaceAll("[\\p{Z}\\s]+", " ")
                        .replaceAll("^[. ]+|[. ]+$", "");
        return name.isEmpty() ? NAMELESS : shorten(name);
    }

    private static String shorten(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension =
                dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        int end = LONGEST - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end).replaceAll("[. ]+$", "") + extension;
    }
}
