package id.hadir.gateway.cache;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** For how long a shared cache may give an answer to others, by RFC 9111. */
final class Sharing {

    /** What a {@link PublicRequest} tells apart. */
    private static final Set<String> TOLD_APART =
            Set.of("accept", "accept-language", "accept-encoding", "cookie");

    private static final Set<String> FORBIDDING = Set.of("private", "no-store", "no-cache");

    private static final Duration MISSING_PAGE = Duration.ofSeconds(1);

    private Sharing() {}

    /** Zero when it may not. */
    static Duration of(HttpStatusCode status, HttpHeaders headers) {
        List<String> directives = list(headers, HttpHeaders.CACHE_CONTROL).toList();
        boolean isShareable =
                status.isSameCodeAs(HttpStatus.OK)
                        && isForAnybody(headers)
                        && directives.stream().noneMatch(Sharing::forbids);
        if (!isShareable) {
            return Duration.ZERO;
        }
        return seconds(directives, "s-maxage=")
                .or(
                        () ->
                                seconds(directives, "max-age=")
                                        .filter(_ -> directives.contains("public")))
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }

    /**
     * A crowd also follows a link to an event that is not published yet. Its 404 is shared for a
     * moment, although a service marks each refusal {@code no-store}.
     */
    static Duration ofMissingPage(HttpHeaders headers) {
        return isForAnybody(headers) ? MISSING_PAGE : Duration.ZERO;
    }

    private static boolean isForAnybody(HttpHeaders headers) {
        return !headers.containsHeader(HttpHeaders.SET_COOKIE)
                && list(headers, HttpHeaders.VARY).allMatch(TOLD_APART::contains);
    }

    /** Also in the form that names headers, such as {@code private="set-cookie"}. */
    private static boolean forbids(String directive) {
        return FORBIDDING.contains(directive.split("=", 2)[0]);
    }

    private static Optional<Long> seconds(List<String> directives, String name) {
        return directives.stream()
                .filter(directive -> directive.startsWith(name))
                .map(directive -> directive.substring(name.length()))
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Long::valueOf)
                .findFirst();
    }

    private static Stream<String> list(HttpHeaders headers, String name) {
        return headers.getOrEmpty(name).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(part -> part.strip().toLowerCase(Locale.ROOT));
    }
}
