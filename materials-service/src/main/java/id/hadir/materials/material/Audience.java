package id.hadir.materials.material;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may have a material. The event's organisers may have all. */
public enum Audience {
    PUBLIC,
    REGISTERED,
    ATTENDED,
    ORGANISER;

    /** The name in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Audience> ofCode(String code) {
        return Arrays.stream(values()).filter(audience -> audience.code().equals(code)).findFirst();
    }
}
