package id.hadir.events.organise;

import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.invitation.AudiencePreview;
import id.hadir.events.invitation.InvitationDesk;
import id.hadir.events.invitation.Invitations;
import id.hadir.events.invitation.Roster;
import id.hadir.events.invitation.Sending;
import id.hadir.events.organise.InviteViews.Picker;
import id.hadir.events.unit.UnitRegister;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whom an event invites: the audience picker with its count, and the roster with its links. */
@Controller
class InvitePages {

    private final EventCatalogue events;
    private final InvitationDesk desk;
    private final Invitations invitations;
    private final InviteViews views;
    private final UnitRegister units;

    InvitePages(
            EventCatalogue events,
            InvitationDesk desk,
            Invitations invitations,
            InviteViews views,
            UnitRegister units) {
        this.events = events;
        this.desk = desk;
        this.invitations = invitations;
        this.views = views;
        this.units = units;
    }

    @GetMapping("/panitia/{slug}/undang")
    Mono<Page> roster(
            @PathVariable String slug,
            @RequestParam @Nullable String selesai,
            PageRequest request,
            Actor actor,
            Words words) {
        return events.findOwn(slug, actor)
                .flatMap(
                        event -> {
                            Picker picker =
                                    Picker.of(AudienceForm.blank(event.agency().regionCode()))
                                            .done(selesai == null ? "" : selesai);
                            return views.page(event, picker, request, actor, words);
                        });
    }

    /** Invites, or does what another button than that asks for. */
    @PostMapping("/panitia/{slug}/undang")
    Mono<Page> invite(
            @PathVariable String slug, ServerWebExchange exchange, Actor actor, Words words) {
        return Mono.zip(events.findOwn(slug, actor), exchange.getFormData())
                .flatMap(
                        parts -> {
                            Event event = parts.getT1();
                            AudienceForm form = AudienceForm.typed(parts.getT2());
                            return press(event, form, actor, words);
                        });
    }

    private Mono<Page> press(Event event, AudienceForm form, Actor actor, Words words) {
        String button = form.button();
        if (button.startsWith("buang:")) {
            return counted(event, form.without(number(button.substring(6))), actor, words);
        }
        return switch (button) {
            case "" -> invite(event, form, actor, words);
            case "unit" -> inviteNew(event, form, actor, words);
            case "tambah" -> add(event, form, actor, words);
            default -> counted(event, form, actor, words);
        };
    }

    private Mono<Page> add(Event event, AudienceForm form, Actor actor, Words words) {
        FieldErrors errors = new FieldErrors();
        return form.adding(errors)
                .map(added -> counted(event, added, actor, words))
                .orElseGet(() -> again(event, form, errors, actor, words));
    }

    private Mono<Page> invite(Event event, AudienceForm form, Actor actor, Words words) {
        FieldErrors errors = new FieldErrors();
        return Mono.justOrEmpty(form.toSending(zone(event), errors))
                .flatMap(sending -> sent(event, form, form.toSend(), sending, actor, words))
                .switchIfEmpty(Mono.defer(() -> again(event, form, errors, actor, words)));
    }

    /**
     * @param lines of the form that are sent; others stay in it
     */
    private Mono<Page> sent(
            Event event,
            AudienceForm form,
            List<TypedAudience> lines,
            Sending sending,
            Actor actor,
            Words words) {
        return desk.invite(actor, event.id(), sending, new FieldErrors())
                .flatMap(
                        roster ->
                                lines.containsAll(form.added())
                                        ? Mono.just(invited(event, roster))
                                        : collected(event, form, roster, actor, words))
                .onErrorResume(
                        InvitePages::isAboutFields,
                        failure ->
                                again(
                                        event,
                                        form,
                                        views.typed(Problem.of(failure), lines),
                                        actor,
                                        words));
    }

    /** What was collected before waits to be sent. */
    private Mono<Page> collected(
            Event event, AudienceForm form, Roster roster, Actor actor, Words words) {
        Picker rest = Picker.of(form.withoutPicked()).done(done(roster));
        return views.page(event, rest, first(), actor, words);
    }

    /** Invites offices that are first to be entered; lines that were collected wait. */
    private Mono<Page> inviteNew(Event event, AudienceForm form, Actor actor, Words words) {
        FieldErrors errors = new FieldErrors();
        Instant answerBy = form.answerBy(zone(event), errors);
        return Mono.justOrEmpty(form.toNewUnits(errors))
                .flatMap(
                        line ->
                                units.enter(form.kind(), line.regionCode(), form.names())
                                        .map(ids -> form.named(line, ids)))
                .map(line -> new Sending(List.of(line), answerBy))
                .flatMap(
                        sending -> sent(event, form, List.of(form.picked()), sending, actor, words))
                .switchIfEmpty(Mono.defer(() -> again(event, form, errors, actor, words)));
    }

    private Mono<Page> again(
            Event event, AudienceForm form, FieldErrors errors, Actor actor, Words words) {
        return views.page(event, Picker.of(form).wrong(errors), first(), actor, words)
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private Mono<Page> counted(Event event, AudienceForm form, Actor actor, Words words) {
        return count(event, form, actor)
                .flatMap(
                        count ->
                                views.page(
                                        event,
                                        Picker.of(form).counted(count),
                                        first(),
                                        actor,
                                        words));
    }

    /** The count alone, while somebody is still choosing. */
    @GetMapping("/panitia/{slug}/undang/hitung")
    Mono<Page> count(@PathVariable String slug, ServerWebExchange exchange, Actor actor) {
        AudienceForm form = AudienceForm.typed(exchange.getRequest().getQueryParams());
        return events.findOwn(slug, actor)
                .flatMap(event -> count(event, form, actor))
                .map(count -> Page.fragment("organise/count", Map.of("count", count)));
    }

    /**
     * How far a large sending is, while it is under way.
     *
     * @param tanya how often the page asks again while there is nothing to tell yet
     */
    @GetMapping("/panitia/{slug}/undang/kemajuan")
    Mono<Page> progress(
            @PathVariable String slug, @RequestParam(defaultValue = "0") int tanya, Actor actor) {
        return views.progressPage(slug, tanya, actor);
    }

    @PostMapping("/panitia/{slug}/undang/{id}/cabut")
    Mono<Page> withdraw(@PathVariable String slug, @PathVariable String id, Actor actor) {
        return events.findOwn(slug, actor)
                .flatMap(event -> desk.withdraw(actor, event.id(), PathId.of(id)))
                .thenReturn(Page.redirect("/panitia/" + slug + "/undang#daftar"));
    }

    /** Nothing while something is still wrong; what, is told when it is sent. */
    private Mono<Optional<AudiencePreview>> count(Event event, AudienceForm form, Actor actor) {
        return Mono.justOrEmpty(form.toSending(zone(event), new FieldErrors()))
                .flatMap(
                        sending ->
                                invitations.preview(
                                        actor, event.slug(), sending.audience(), new FieldErrors()))
                .map(Optional::of)
                .onErrorReturn(InvitePages::isAboutFields, Optional.empty())
                .defaultIfEmpty(Optional.empty());
    }

    private static boolean isAboutFields(Throwable failure) {
        return failure instanceof Problem problem && !problem.errors().isEmpty();
    }

    private static ZoneId zone(Event event) {
        return event.content().schedule().timeZone();
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }

    private static Page invited(Event event, Roster roster) {
        return Page.redirect("/panitia/%s/undang?selesai=%s".formatted(event.slug(), done(roster)));
    }

    private static String done(Roster roster) {
        return roster.added() + "," + roster.changed();
    }

    private static PageRequest first() {
        return PageRequest.first(PageRequest.USUAL);
    }
}
