package id.hadir.events.message;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.calendar.EventCalendar;
import id.hadir.events.event.ScheduleChange;
import id.hadir.kit.calendar.CalendarEntry;
import id.hadir.kit.calendar.CalendarFile;
import id.hadir.kit.calendar.CalendarMessage;
import id.hadir.kit.calendar.Party;
import id.hadir.kit.message.About;
import id.hadir.kit.message.Claimed;
import id.hadir.kit.message.Letter;
import id.hadir.kit.page.Words;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is written to offices, in Indonesian. */
@Component
class OfficeTexts {

    private final Words words;
    private final String site;
    private final EventCalendar calendar;
    private final Clock clock;

    OfficeTexts(
            MessageSource texts,
            @Value("${hadir.public-url}") String site,
            EventCalendar calendar,
            Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
        this.words = new Words(texts, Locale.of("id"));
        this.site = site;
    }

    Letter letter(Claimed message, OfficeMessage kind, ShownEvent event, InvitedOffice office) {
        String title = event.content().title();
        List<String> paragraphs =
                switch (kind) {
                    case INVITED -> invitation(event, office);
                    case CHANGED -> change(event);
                    case CANCELLED -> cancellation(event);
                };
        String text =
                Stream.of(
                                Stream.of(words.get("office-letter.dear", office.addressee())),
                                paragraphs.stream(),
                                Stream.of(words.get(end(message), agency(event))))
                        .flatMap(part -> part)
                        .collect(Collectors.joining("\n\n", "", "\n"));
        return new Letter(
                message.messageId(),
                office.address(),
                words.get("office-letter." + kind.kind() + ".subject", title),
                text,
                null,
                message.isByPhone() ? null : calendar(event, office),
                about(kind, event, office));
    }

    private static String end(Claimed message) {
        return message.isByPhone() ? "office-letter.end-by-phone" : "office-letter.end";
    }

    /**
     * Puts it into the office's calendar, moves it there, or takes it away; null while no day is
     * known.
     */
    private @Nullable CalendarMessage calendar(ShownEvent event, InvitedOffice office) {
        CalendarEntry entry = calendar.entry(event.event());
        return entry.hasDay()
                ? CalendarFile.message(
                        entry, new Party(office.name(), office.address()), clock.instant())
                : null;
    }

    private About about(OfficeMessage kind, ShownEvent event, InvitedOffice office) {
        return new About(
                kind.kind(),
                office.addressee(),
                kind == OfficeMessage.INVITED ? personal(event, office) : site + event.path(),
                event.event().id(),
                event.content().title(),
                event.content().schedule().startsAt());
    }

    private List<String> invitation(ShownEvent event, InvitedOffice office) {
        String seats =
                words.get(
                        office.inPerson() ? "office-letter.seats-in-person" : "office-letter.seats",
                        office.seats());
        return List.of(
                words.get("office-letter.invited", agency(event), office.name()),
                lines(
                        event.content().title(),
                        words.get("office-letter.when", event.when(words)),
                        words.get("office-letter.where", event.place(words)),
                        seats,
                        deadline(event, office)),
                words.get("office-letter.register", office.name(), personal(event, office)));
    }

    private @Nullable String deadline(ShownEvent event, InvitedOffice office) {
        return office.answerBy() == null
                ? null
                : words.get(
                        "office-letter.answer-by",
                        words.dateTime(office.answerBy(), event.content().schedule().timeZone()));
    }

    private List<String> change(ShownEvent event) {
        ScheduleChange before = event.lastChange().orElse(null);
        String earlier =
                before == null
                        ? null
                        : words.get(
                                "office-letter.before",
                                event.whenBefore(before, words),
                                event.placeBefore(before, words));
        return List.of(
                words.get("office-letter.changed"),
                lines(
                        event.content().title(),
                        earlier,
                        words.get("office-letter.after", event.when(words), event.place(words)),
                        online(event),
                        before == null ? null : reason(before.reason())),
                words.get("office-letter.still-good", site + event.path()));
    }

    private List<String> cancellation(ShownEvent event) {
        return List.of(
                words.get("office-letter.cancelled"),
                lines(
                        event.content().title(),
                        words.get("office-letter.when", event.when(words)),
                        words.get("office-letter.where", event.place(words)),
                        reason(event.event().cancelReason())),
                words.get("office-letter.no-need", site + event.path()));
    }

    private @Nullable String online(ShownEvent event) {
        String link = event.content().onlineUrl();
        return link == null ? null : words.get("office-letter.online", link);
    }

    private @Nullable String reason(@Nullable String reason) {
        return reason == null ? null : words.get("office-letter.reason", reason);
    }

    private String personal(ShownEvent event, InvitedOffice office) {
        return site + event.path() + "/daftar?undangan=" + office.token();
    }

    private static String agency(ShownEvent event) {
        return event.event().agency().name();
    }

    private static String lines(@Nullable String... lines) {
        return Stream.of(lines).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
