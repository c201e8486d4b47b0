package id.hadir.attendance.answer;

import id.hadir.attendance.checkin.Excuse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last word of an invited office.
 *
 * @param name of who comes, where it is known yet
 * @param position of who comes
 * @param reason of who is excused; null for the others
 * @param late whether it came after the deadline
 */
public record Answer(
        Kind kind,
        @Nullable String name,
        @Nullable String position,
        Excuse.@Nullable Reason reason,
        @Nullable String note,
        boolean late,
        Instant answeredAt) {

    public enum Kind {
        COMING,
        SENDING,
        EXCUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> ofCode(@Nullable String code) {
            return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }
}
