package id.hadir.attendance.sheet;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person of an office as the sheet needs them, or an office without anybody.
 *
 * @param seats invited; 0 for an office that was not
 * @param name null where the office has nobody
 */
record SheetLine(
        String unitKey,
        String unitName,
        int seats,
        @Nullable String name,
        @Nullable String nip,
        @Nullable String position,
        boolean isRepresenting,
        @Nullable String representingPosition,
        @Nullable String representingName,
        boolean isWalkIn,
        @Nullable Instant checkedInAt) {

    /** "mewakili Camat Baros", "tamu"; whom somebody represented may have been erased. */
    String remark() {
        String represented = representingPosition == null ? representingName : representingPosition;
        return Stream.of(
                        isRepresenting ? "mewakili" : null,
                        isRepresenting ? represented : null,
                        isWalkIn ? "tamu" : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
