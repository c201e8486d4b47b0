package id.hadir.events.event;

import id.hadir.events.naming.Folded;
import org.jspecify.annotations.Nullable;

/** Somebody in an item of the agenda, with the position as printed. */
public record Speaker(String name, @Nullable String position, SpeakerRole role) {

    /** The name before its trailing degrees, folded: by it two agendas name the same person. */
    String key() {
        int comma = name.indexOf(',');
        return Folded.of(comma < 0 ? name : name.substring(0, comma));
    }
}
