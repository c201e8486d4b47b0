package id.hadir.kit.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a message. */
public enum MessageState {
    WAITING,
    /** A mail server, a folder or a gateway has taken it; whether it was read nobody knows. */
    DELIVERED,
    /** The other side will not take it for that address. */
    REFUSED,
    /** Tried as often as it is tried. */
    GIVEN_UP,
    /** There was nothing to say any more when its turn came. */
    DROPPED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<MessageState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
