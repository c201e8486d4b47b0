package id.hadir.events.message;

import java.util.Arrays;
import java.util.Optional;

/** What an invited office is told. */
enum OfficeMessage {
    INVITED("invited"),
    CHANGED("changed"),
    CANCELLED("cancelled");

    private final String kind;

    OfficeMessage(String kind) {
        this.kind = kind;
    }

    /** As the outbox has it. */
    String kind() {
        return kind;
    }

    static Optional<OfficeMessage> ofKind(String kind) {
        return Arrays.stream(values()).filter(message -> message.kind.equals(kind)).findFirst();
    }
}
