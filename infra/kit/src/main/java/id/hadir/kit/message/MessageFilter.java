package id.hadir.kit.message;

import id.hadir.kit.problem.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which messages of an event are asked for; what is empty is any. */
public record MessageFilter(String kind, String channel, String state) {

    public static final List<String> CHANNELS = List.of("email", "webhook");

    /** Fails with 422 for a channel or a state that there is not. */
    public static MessageFilter of(
            @Nullable String kind, @Nullable String channel, @Nullable String state) {
        MessageFilter filter = new MessageFilter(given(kind), given(channel), given(state));
        FieldErrors errors = new FieldErrors();
        if (!filter.channel.isEmpty() && !CHANNELS.contains(filter.channel)) {
            errors.add("channel", "invalid-choice");
        }
        if (!filter.state.isEmpty() && MessageState.ofCode(filter.state).isEmpty()) {
            errors.add("state", "invalid-choice");
        }
        if (filter.kind.indexOf('\0') >= 0) {
            errors.add("kind", "invalid-choice");
        }
        errors.throwIfAny();
        return filter;
    }

    private static String given(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
