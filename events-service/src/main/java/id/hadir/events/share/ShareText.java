package id.hadir.events.share;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.event.ScheduleChange;
import id.hadir.events.invitation.Invitation;
import id.hadir.kit.page.Words;
import java.net.URLEncoder;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is sent of an event in a chat; the only place that words it. */
public record ShareText(String text) {

    /**
     * For everybody.
     *
     * @param site address of the site, without a stroke at its end
     */
    public static ShareText of(ShownEvent event, String site, Words words) {
        String link = event.isCancelled() ? "share.details" : "share.details-and-registration";
        return paragraphs(
                event.content().title(),
                news(event, words),
                lines(when(event, words), where(event, words), by(event, words)),
                words.get(link, site + event.path()));
    }

    /** For one office, with the link and the code that are its own. */
    public static ShareText of(ShownEvent event, Invitation invitation, String site, Words words) {
        return paragraphs(
                words.get("share.dear", invitation.addressee()),
                words.get("share.invitation", event.content().title()),
                news(event, words),
                lines(
                        when(event, words),
                        where(event, words),
                        by(event, words),
                        event.isCancelled() ? null : seats(invitation, words)),
                event.isCancelled()
                        ? words.get("share.details", site + event.path())
                        : answer(event, invitation, site, words));
    }

    /** The link that opens WhatsApp with the text, whoever it is then sent to. */
    public String whatsApp() {
        return "https://wa.me/?text=" + URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** Whoever has the text of the first plan at hand must see at once what became of it. */
    private static @Nullable String news(ShownEvent event, Words words) {
        if (event.isCancelled()) {
            String reason = event.event().cancelReason();
            return reason == null
                    ? words.get("share.cancelled")
                    : words.get("share.cancelled-because", reason);
        }
        return event.lastChange().map(change -> changed(event, change, words)).orElse(null);
    }

    private static String changed(ShownEvent event, ScheduleChange change, Words words) {
        return words.get(
                "share.changed", event.whenBefore(change, words), event.placeBefore(change, words));
    }

    private static String when(ShownEvent event, Words words) {
        return words.get("share.when", event.when(words));
    }

    private static String where(ShownEvent event, Words words) {
        return words.get("share.where", event.place(words));
    }

    private static String by(ShownEvent event, Words words) {
        return words.get("share.by", event.organisers());
    }

    private static String seats(Invitation invitation, Words words) {
        return words.get(
                invitation.inPerson() ? "share.seats-in-person" : "share.seats",
                invitation.seats());
    }

    private static String answer(
            ShownEvent event, Invitation invitation, String site, Words words) {
        return lines(
                invitation.answerBy() == null
                        ? null
                        : words.get(
                                "share.answer-by",
                                words.dateTime(
                                        invitation.answerBy(),
                                        event.content().schedule().timeZone())),
                words.get("share.registration", site + invitation.url()),
                words.get("share.code", invitation.code(), site));
    }

    private static String lines(@Nullable String... lines) {
        return Stream.of(lines).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    private static ShareText paragraphs(@Nullable String... paragraphs) {
        return new ShareText(
                Stream.of(paragraphs).filter(Objects::nonNull).collect(Collectors.joining("\n\n")));
    }
}
