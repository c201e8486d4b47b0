package id.hadir.events.message;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.event.EventStatus;
import id.hadir.kit.message.Claimed;
import id.hadir.kit.message.Letter;
import id.hadir.kit.message.MessageWriter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes to invited offices as things are when the letter goes out. */
@Component
class OfficeLetters implements MessageWriter {

    private final EventCatalogue events;
    private final ShownEvents shown;
    private final OfficeQueries offices;
    private final OfficeTexts texts;

    OfficeLetters(
            EventCatalogue events, ShownEvents shown, OfficeQueries offices, OfficeTexts texts) {
        this.events = events;
        this.shown = shown;
        this.offices = offices;
        this.texts = texts;
    }

    @Override
    public Mono<Letter> write(Claimed message) {
        return Mono.justOrEmpty(OfficeMessage.ofKind(message.kind()))
                .flatMap(
                        kind ->
                                events.any(message.eventId())
                                        .flatMap(shown::of)
                                        .filter(event -> isStillTrue(kind, event))
                                        .filter(event -> !isOvertaken(message, kind, event))
                                        .zipWhen(_ -> office(message))
                                        .map(
                                                both ->
                                                        texts.letter(
                                                                message,
                                                                kind,
                                                                both.getT1(),
                                                                both.getT2())));
    }

    private Mono<InvitedOffice> office(Claimed message) {
        return offices.find(message.eventId(), message.subjectId(), message.isByPhone());
    }

    /** What was called off or is over is not announced any more. */
    private static boolean isStillTrue(OfficeMessage kind, ShownEvent event) {
        return event.status()
                == (kind == OfficeMessage.CANCELLED
                        ? EventStatus.CANCELLED
                        : EventStatus.PUBLISHED);
    }

    /** Of a later change too a letter was queued: that one tells how things are. */
    private static boolean isOvertaken(Claimed message, OfficeMessage kind, ShownEvent event) {
        return kind == OfficeMessage.CHANGED
                && message.occasion() != null
                && message.occasion() < event.event().scheduleVersion();
    }
}
