package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.Event;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.invitation.AudienceCount;
import id.hadir.events.invitation.InvitationDesk;
import id.hadir.events.invitation.Roster;
import id.hadir.events.unit.UnitRegister;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
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
    private final InvitationDesk invitations;
    private final ShownEvents shown;
    private final RegionChoices regions;
    private final UnitRegister units;

    InvitePages(
            EventCatalogue events,
            InvitationDesk invitations,
            ShownEvents shown,
            RegionChoices regions,
            UnitRegister units) {
        this.events = events;
        this.invitations = invitations;
        this.shown = shown;
        this.regions = regions;
        this.units = units;
    }

    /** What is shown besides the event and its roster. */
    private record Picker(
            AudienceForm form, FieldErrors errors, Optional<AudienceCount> count, String done) {}

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
                            AudienceForm blank = AudienceForm.blank(event.agency().regionCode());
                            String done = selesai == null ? "" : selesai;
                            var picker =
                                    new Picker(blank, new FieldErrors(), Optional.empty(), done);
                            return page(event, picker, request, actor, words);
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
                            return switch (form.button()) {
                                case "" -> invite(event, form, actor, words);
                                case "unit" -> inviteNew(event, form, actor, words);
                                default -> counted(event, form, actor, words);
                            };
                        });
    }

    private Mono<Page> invite(Event event, AudienceForm form, Actor actor, Words words) {
        FieldErrors errors = new FieldErrors();
        return Mono.justOrEmpty(form.toAudience(errors))
                .flatMap(line -> invitations.invite(actor, event.id(), List.of(line), errors))
                .map(roster -> invited(event, roster))
                .switchIfEmpty(Mono.defer(() -> again(event, form, errors, actor, words)));
    }

    /** Invites offices that are first to be entered. */
    private Mono<Page> inviteNew(Event event, AudienceForm form, Actor actor, Words words) {
        FieldErrors errors = new FieldErrors();
        return Mono.justOrEmpty(form.toNewUnits(errors))
                .flatMap(
                        line ->
                                units.enter(form.kind(), line.regionCode(), form.names())
                                        .map(ids -> form.named(line, ids)))
                .flatMap(line -> invitations.invite(actor, event.id(), List.of(line), errors))
                .map(roster -> invited(event, roster))
                .switchIfEmpty(Mono.defer(() -> again(event, form, errors, actor, words)));
    }

    private Mono<Page> again(
            Event event, AudienceForm form, FieldErrors errors, Actor actor, Words words) {
        return page(event, new Picker(form, errors, Optional.empty(), ""), first(), actor, words)
                .map(page -> page.status(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private Mono<Page> counted(Event event, AudienceForm form, Actor actor, Words words) {
        FieldErrors errors = new FieldErrors();
        return count(event, form, errors, actor)
                .flatMap(
                        count ->
                                page(
                                        event,
                                        new Picker(form, errors, count, ""),
                                        first(),
                                        actor,
                                        words));
    }

    /** The count alone, while somebody is still choosing. */
    @GetMapping("/panitia/{slug}/undang/hitung")
    Mono<Page> count(@PathVariable String slug, ServerWebExchange exchange, Actor actor) {
        AudienceForm form = AudienceForm.typed(exchange.getRequest().getQueryParams());
        return events.findOwn(slug, actor)
                .flatMap(event -> count(event, form, new FieldErrors(), actor))
                .map(count -> Page.fragment("organise/count", Map.of("count", count)));
    }

    @PostMapping("/panitia/{slug}/undang/{id}/cabut")
    Mono<Page> withdraw(@PathVariable String slug, @PathVariable String id, Actor actor) {
        return events.findOwn(slug, actor)
                .flatMap(event -> invitations.withdraw(actor, event.id(), PathId.of(id)))
                .thenReturn(Page.redirect("/panitia/" + slug + "/undang#daftar"));
    }

    private Mono<Optional<AudienceCount>> count(
            Event event, AudienceForm form, FieldErrors errors, Actor actor) {
        return Mono.justOrEmpty(form.toAudience(errors))
                .flatMap(line -> invitations.preview(actor, event.slug(), List.of(line), errors))
                .map(List::getFirst)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Page> page(
            Event event, Picker picker, PageRequest request, Actor actor, Words words) {
        var state = new FormState(picker.form.values(), picker.errors.asList());
        return Mono.zip(
                        shown.of(event),
                        regions.of(AudienceForm.REGION, picker.form.region()),
                        invitations.roster(actor, event.slug()),
                        invitations.list(actor, event.slug(), request))
                .map(
                        parts ->
                                new InviteView(
                                        parts.getT1(),
                                        state,
                                        parts.getT2(),
                                        picker.count,
                                        parts.getT3(),
                                        parts.getT4(),
                                        picker.done))
                .map(
                        view ->
                                Page.of(
                                                "organise/invite",
                                                words.get("invite.title"),
                                                Map.of("view", view))
                                        .wide());
    }

    private static Page invited(Event event, Roster roster) {
        return Page.redirect(
                "/panitia/%s/undang?selesai=%d,%d"
                        .formatted(event.slug(), roster.added(), roster.changed()));
    }

    private static PageRequest first() {
        return PageRequest.first(PageRequest.USUAL);
    }
}
