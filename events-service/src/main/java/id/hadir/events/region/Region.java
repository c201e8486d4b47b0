package id.hadir.events.region;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One region as Kemendagri lists it. */
public record Region(String code, String name, Level level, @Nullable String parent) {

    /** From the top of the tree to its leaves. */
    public enum Level {
        PROVINCE,
        REGENCY,
        DISTRICT,
        VILLAGE;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Level ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** The third and fourth digit of a city's code are 71 and up. */
    @JsonIgnore
    public boolean isCity() {
        return level == Level.REGENCY && Integer.parseInt(code.substring(3, 5)) >= 71;
    }
}
