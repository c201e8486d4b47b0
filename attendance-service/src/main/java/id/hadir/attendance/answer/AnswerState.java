package id.hadir.attendance.answer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is known of an invited office before the event: its answer, or that it gave none. */
public enum AnswerState {
    COMING,
    SENDING,
    EXCUSED,
    SILENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AnswerState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }

    /** Last part of the class of its badge. */
    public String tone() {
        return switch (this) {
            case COMING, SENDING -> "done";
            case EXCUSED -> "quiet";
            case SILENT -> "wait";
        };
    }

    /** Icon of its badge. */
    public String icon() {
        return switch (this) {
            case COMING -> "done";
            case SENDING -> "person";
            case EXCUSED -> "minus";
            case SILENT -> "hourglass";
        };
    }
}
