package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.invitation.AudienceCount;
import id.hadir.events.invitation.Invitation;
import id.hadir.events.invitation.Roster;
import id.hadir.events.unit.Unit;
import id.hadir.events.unit.UnitKind;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.PageContext;
import java.util.Optional;

/**
 * The audience picker and the roster of an event.
 *
 * @param count what the audience picked would reach, when that was asked for
 * @param done what was invited just now, such as {@code 29,0} for 29 added and none changed
 */
public record InviteView(
        ShownEvent event,
        FormState form,
        RegionChoice region,
        Optional<AudienceCount> count,
        Roster roster,
        Listing<Invitation> page,
        String done) {

    public UnitKind[] kinds() {
        return UnitKind.values();
    }

    public String action() {
        return event.organiserPath() + "/undang";
    }

    public boolean hasDone() {
        return done.matches("[0-9]{1,9},[0-9]{1,9}");
    }

    public long added() {
        return Long.parseLong(done.substring(0, done.indexOf(',')));
    }

    public long changed() {
        return Long.parseLong(done.substring(done.indexOf(',') + 1));
    }

    /** "Camat Baros", or the office where it has no head to address. */
    public static String addressee(Unit unit) {
        String head = unit.headTitle();
        return head == null ? unit.name() : head;
    }

    /** The link that opens WhatsApp with the invitation of one office. */
    public String share(Invitation invitation, PageContext page) {
        var words = page.words();
        return page.whatsApp(
                words.get(
                        "invite.share-text",
                        addressee(invitation.unit()),
                        event.content().title(),
                        event.when(words),
                        event.place(words),
                        page.absolute(invitation.url())));
    }
}
