package id.hadir.attendance.sheet;

import id.hadir.kit.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whom a sheet names. */
enum SheetContent {
    /** Who is registered and the seats that nobody took yet: to be signed. */
    REGISTERED,
    /** Who was there, with the time. */
    ATTENDED;

    /**
     * For null what is asked for at that time: who was there once the event has ended.
     *
     * @throws Problem 422 for another code
     */
    static SheetContent ofCode(@Nullable String code, boolean hasEnded) {
        if (code == null || code.isEmpty()) {
            return hasEnded ? ATTENDED : REGISTERED;
        }
        return Arrays.stream(values())
                .filter(content -> content.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("rows", "invalid-choice"));
    }
}
