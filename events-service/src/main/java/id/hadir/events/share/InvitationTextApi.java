package id.hadir.events.share;

import id.hadir.events.browse.ShownEvents;
import id.hadir.events.event.EventCatalogue;
import id.hadir.events.invitation.Invitation;
import id.hadir.events.invitation.Invitations;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.Words;
import id.hadir.kit.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class InvitationTextApi {

    private final EventCatalogue catalogue;
    private final ShownEvents shown;
    private final Invitations invitations;
    private final String site;

    InvitationTextApi(
            EventCatalogue catalogue,
            ShownEvents shown,
            Invitations invitations,
            @Value("${hadir.public-url}") String site) {
        this.catalogue = catalogue;
        this.shown = shown;
        this.invitations = invitations;
        this.site = site;
    }

    /** In the language of {@code Accept-Language}, like the pages. */
    @GetMapping("/api/events/{id}/invitation-text")
    Mono<InvitationTexts> texts(
            @PathVariable String id,
            @RequestParam @Nullable String unitId,
            PageRequest page,
            Actor actor,
            Words words) {
        return catalogue
                .findOwn(id, actor)
                .flatMap(
                        event ->
                                Mono.zip(
                                        shown.of(event),
                                        unitId == null
                                                ? invitations.list(actor, event.slug(), page)
                                                : one(actor, event.slug(), unitId)))
                .map(parts -> InvitationTexts.of(parts.getT1(), parts.getT2(), site, words));
    }

    private Mono<Listing<Invitation>> one(Actor actor, String slug, String unitId) {
        return invitations
                .find(actor, slug, PathId.of(unitId))
                .map(invitation -> new Listing<>(List.of(invitation), null));
    }
}
