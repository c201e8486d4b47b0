package id.hadir.attendance.message;

import java.util.Arrays;
import java.util.Optional;

/** What those who have registered are told without asking. */
enum Notice {
    CHANGED("changed"),
    CANCELLED("cancelled"),
    REMINDER_DAYS("reminder-days"),
    REMINDER_HOURS("reminder-hours");

    private final String kind;

    Notice(String kind) {
        this.kind = kind;
    }

    /** As the outbox has it. */
    String kind() {
        return kind;
    }

    boolean isReminder() {
        return this == REMINDER_DAYS || this == REMINDER_HOURS;
    }

    static Optional<Notice> ofKind(String kind) {
        return Arrays.stream(values()).filter(notice -> notice.kind.equals(kind)).findFirst();
    }
}
