package id.hadir.attendance.registration;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.form.OfficeChoices;
import id.hadir.attendance.form.OfficeChoices.Office;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds the offices from which somebody may come to an event. */
@Service
public class Offices {

    /** A roster of this size or less is shown whole, before anybody searches. */
    private static final int SHOWN_WHOLE = 12;

    private static final int SHOWN = 20;
    private static final int MOST_WORDS = 6;

    /** PostgreSQL refuses to search for a word of 2,047 bytes; no name holds one of this length. */
    private static final int LONGEST_WORD = 100;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final OfficeQueries queries;

    Offices(OfficeQueries queries) {
        this.queries = queries;
    }

    /**
     * @param typed words of the name, and perhaps of the regency, city or province above
     * @param chosen id of the office that was chosen before, which stays in the list
     * @param isOpenToAll whoever comes is welcome, as at the door
     */
    public Mono<OfficeChoices> choices(
            Event event, String typed, String chosen, boolean isOpenToAll) {
        boolean isOpen = isOpenToAll || event.mode() == Event.Mode.OPEN;
        List<String> words = words(typed);
        Mono<List<Office>> found =
                isOpen
                        ? all(event, words)
                        : queries.invited(event.id(), words, SHOWN + 1).collectList();
        int limit = words.isEmpty() ? SHOWN_WHOLE : SHOWN;
        return Mono.zip(
                found,
                one(event, chosen).map(List::of).defaultIfEmpty(List.of()),
                (offices, before) -> choices(offices, before, limit, words.isEmpty(), isOpen));
    }

    private Mono<List<Office>> all(Event event, List<String> words) {
        String region = event.venue() == null ? null : event.venue().regionCode();
        return words.isEmpty()
                ? Mono.just(List.of())
                : queries.all(event.id(), Objects.requireNonNullElse(region, ""), words, SHOWN + 1)
                        .collectList();
    }

    /** One office as the event sees it; empty when the id is none. */
    public Mono<Office> one(Event event, String unitId) {
        try {
            return queries.one(event.id(), UUID.fromString(unitId));
        } catch (IllegalArgumentException noId) {
            return Mono.empty();
        }
    }

    /** The office that an invitation's link was made for; empty when no such link was made. */
    public Mono<Office> invitedBy(Event event, String token) {
        return token.isEmpty()
                ? Mono.empty()
                : queries.invitedBy(event.id(), RegistrationRequest.tokenHash(token));
    }

    /** Whom the office of that link has said to expect; empty when nobody is. */
    Mono<ExpectedGuest> expectedBy(Event event, String token) {
        return token.isEmpty()
                ? Mono.empty()
                : queries.expectedBy(event.id(), RegistrationRequest.tokenHash(token));
    }

    private static OfficeChoices choices(
            List<Office> found, List<Office> before, int limit, boolean unasked, boolean isOpen) {
        boolean hasMore = found.size() > limit;
        List<Office> shown = unasked && hasMore ? List.of() : found.stream().limit(limit).toList();
        List<Office> ordered =
                isOpen ? shown : shown.stream().sorted(Comparator.comparing(Office::name)).toList();
        List<Office> all = Stream.concat(before.stream(), ordered.stream()).distinct().toList();
        return new OfficeChoices(null, all, hasMore && !unasked, isOpen);
    }

    static List<String> words(String typed) {
        return NO_WORD.splitAsStream(typed.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word)
                .limit(MOST_WORDS)
                .toList();
    }
}
