package id.hadir.kit.page;

import id.hadir.kit.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a page controller answers: a template with its finished model, to be drawn inside the
 * layout, or a redirect. Return {@code Mono<Page>}; an empty Mono becomes the "not found" page.
 *
 * @param template name without suffix below {@code src/main/jte}, or the target of a redirect
 * @param title shown in the browser's tab and in link previews; null for a fragment without layout
 * @param description one sentence for link previews (WhatsApp shows it), or null
 * @param assets further scripts and style sheets of this page, such as {@code attendance/desk.js}
 * @param cacheFor how long everybody may reuse the page; never applied for a signed-in person
 * @param isSecret its address is a credential, such as a ticket's: nobody keeps it, no link tells
 *     it
 * @param retryAfter when to ask again for what could not be done now, or null
 */
public record Page(
        String template,
        @Nullable String title,
        @Nullable String description,
        Map<String, Object> model,
        HttpStatus status,
        boolean isWide,
        List<String> assets,
        Duration cacheFor,
        boolean isSecret,
        @Nullable Duration retryAfter) {

    public static Page of(String template, String title, Map<String, Object> model) {
        return new Page(
                template,
                title,
                null,
                model,
                HttpStatus.OK,
                false,
                List.of(),
                Duration.ZERO,
                false,
                null);
    }

    /** Only the template, without layout: what htmx swaps into a page. */
    public static Page fragment(String template, Map<String, Object> model) {
        return new Page(
                template,
                null,
                null,
                model,
                HttpStatus.OK,
                false,
                List.of(),
                Duration.ZERO,
                false,
                null);
    }

    /** 303 See Other to a path of this site, so that reloading never repeats a POST. */
    public static Page redirect(String path) {
        return new Page(
                path,
                null,
                null,
                Map.of(),
                HttpStatus.SEE_OTHER,
                false,
                List.of(),
                Duration.ZERO,
                false,
                null);
    }

    public Page status(HttpStatus newStatus) {
        return new Page(
                template,
                title,
                description,
                model,
                newStatus,
                isWide,
                assets,
                cacheFor,
                isSecret,
                retryAfter);
    }

    /** Shown instead of what was asked for: with the problem's status and {@code Retry-After}. */
    public Page because(Problem problem) {
        return new Page(
                template,
                title,
                description,
                model,
                problem.status(),
                isWide,
                assets,
                cacheFor,
                isSecret,
                problem.retryAfter());
    }

    /** The wider grid of organisers and officials. */
    public Page wide() {
        return new Page(
                template,
                title,
                description,
                model,
                status,
                true,
                assets,
                cacheFor,
                isSecret,
                retryAfter);
    }

    public Page description(String sentence) {
        return new Page(
                template,
                title,
                sentence,
                model,
                status,
                isWide,
                assets,
                cacheFor,
                isSecret,
                retryAfter);
    }

    public Page asset(String name) {
        List<String> more = Stream.concat(assets.stream(), Stream.of(name)).toList();
        return new Page(
                template,
                title,
                description,
                model,
                status,
                isWide,
                more,
                cacheFor,
                isSecret,
                retryAfter);
    }

    public Page cacheFor(Duration age) {
        return new Page(
                template,
                title,
                description,
                model,
                status,
                isWide,
                assets,
                age,
                isSecret,
                retryAfter);
    }

    /** {@code Cache-Control: no-store} and {@code Referrer-Policy: no-referrer}. */
    public Page secret() {
        return new Page(
                template,
                title,
                description,
                model,
                status,
                isWide,
                assets,
                cacheFor,
                true,
                retryAfter);
    }

    boolean isRedirect() {
        return status.is3xxRedirection();
    }
}
