package id.hadir.materials.material;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a material is for. */
public enum Kind {
    SLIDES,
    CIRCULAR,
    MINUTES,
    PHOTO,
    DOCUMENT;

    /** The name in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
