package id.hadir.events.invitation;

import id.hadir.events.body.Body;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class InvitationApi {

    private final InvitationDesk desk;
    private final Invitations invitations;

    InvitationApi(InvitationDesk desk, Invitations invitations) {
        this.desk = desk;
        this.invitations = invitations;
    }

    @PostMapping("/api/events/{id}/invitations")
    Mono<Roster> invite(@PathVariable String id, @RequestBody JsonNode document, Actor actor) {
        FieldErrors errors = new FieldErrors();
        Sending sending = Sending.read(Body.of(document, errors), errors);
        return desk.invite(actor, PathId.of(id), sending, errors);
    }

    /** What the audience would reach, before it is sent. */
    @PostMapping("/api/events/{id}/invitations/preview")
    Mono<AudiencePreview> preview(
            @PathVariable String id, @RequestBody JsonNode document, Actor actor) {
        FieldErrors errors = new FieldErrors();
        List<Audience> audience = Audience.read(Body.of(document, errors), errors);
        return invitations.preview(actor, id, audience, errors);
    }

    @GetMapping("/api/events/{id}/invitations")
    Mono<Listing<Invitation>> list(@PathVariable String id, Actor actor, PageRequest page) {
        return invitations.list(actor, id, page);
    }

    /** Each sending that changed the roster, the latest first. */
    @GetMapping("/api/events/{id}/waves")
    Mono<Listing<Wave>> waves(@PathVariable String id, Actor actor, PageRequest page) {
        return invitations.waves(actor, id, page);
    }

    @DeleteMapping("/api/events/{id}/invitations/{invitationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> withdraw(@PathVariable String id, @PathVariable String invitationId, Actor actor) {
        return desk.withdraw(actor, PathId.of(id), PathId.of(invitationId));
    }
}
