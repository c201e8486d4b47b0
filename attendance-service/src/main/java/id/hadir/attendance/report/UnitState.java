package id.hadir.attendance.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a unit at an event; a unit counts once. */
public enum UnitState {
    /** Somebody came for themselves. */
    PRESENT,
    /** All who came sat in for somebody. */
    REPRESENTED,
    /** Nobody came, and the unit had sent word. */
    EXCUSED,
    /** Nobody came and nobody knows why, and the event has ended. */
    ABSENT,
    /** Nobody has come yet. */
    EXPECTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<UnitState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
