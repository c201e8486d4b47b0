package id.hadir.attendance.checkin;

import id.hadir.attendance.eventcopy.Unit;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why nobody of a unit comes. A unit has one excuse an event; another one replaces it. */
public record Excuse(
        Unit unit, Reason reason, @Nullable String note, String recordedBy, Instant recordedAt) {

    public enum Reason {
        IZIN,
        DINAS_LUAR,
        SAKIT;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static @Nullable Reason ofCode(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(reason -> reason.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }
}
