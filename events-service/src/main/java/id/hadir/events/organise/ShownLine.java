package id.hadir.events.organise;

import id.hadir.kit.page.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of an audience that was added, in the words of a page.
 *
 * @param region name of its region, empty for the whole country
 */
public record ShownLine(TypedAudience line, String region) {

    public String prefix() {
        return line.prefix();
    }

    public String value(String field) {
        return line.text(field);
    }

    public List<String> fields() {
        return TypedAudience.FIELDS.stream().filter(field -> !line.text(field).isEmpty()).toList();
    }

    public String who(Words words) {
        String kind = words.get("invite.kind." + value("kind"));
        String named = value("q").isEmpty() ? kind : kind + " “" + value("q") + "”";
        return named + ", " + (region.isEmpty() ? words.get("invite.country") : region);
    }

    public String how(Words words) {
        List<String> parts = new ArrayList<>();
        parts.add(words.get("invite.seats-each", value("seats")));
        if (!value("position").isEmpty()) {
            parts.add(value("position"));
        }
        if (!value("inPerson").isEmpty()) {
            parts.add(words.get("invite.in-person"));
        }
        if (!value("except").isEmpty()) {
            parts.add(
                    words.get("invite.except-of", value("except").replaceAll("\\s*\\n\\s*", ", ")));
        }
        return String.join(" · ", parts);
    }
}
