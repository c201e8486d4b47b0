package id.hadir.events.organise;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.invitation.AudiencePreview;
import id.hadir.events.invitation.Invitation;
import id.hadir.events.invitation.Progress;
import id.hadir.events.invitation.Roster;
import id.hadir.events.invitation.Wave;
import id.hadir.events.share.ShareText;
import id.hadir.events.unit.UnitKind;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.page.FormState;
import id.hadir.kit.page.PageContext;
import id.hadir.kit.page.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The audience picker and the roster of an event.
 *
 * @param lines of the audience that were added, before the one that is being picked
 * @param count what the audience picked would reach, when that was asked for
 * @param done what was invited just now, such as {@code 29,0} for 29 added and none changed
 */
public record InviteView(
        ShownEvent event,
        FormState form,
        RegionChoice region,
        List<ShownLine> lines,
        Optional<AudiencePreview> count,
        Roster roster,
        Listing<Invitation> page,
        List<Wave> waves,
        Optional<Progress> progress,
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

    /** Whether the line that is being picked says more than kind, region and seats. */
    public boolean isNarrowed() {
        return Stream.of("q", "position", "except")
                .anyMatch(field -> form.isWrong(field) || !form.value(field).isEmpty());
    }

    public ZoneId zone() {
        return event.content().schedule().timeZone();
    }

    public String moment(Words words, Instant at) {
        return words.dateTime(at, zone());
    }

    /** The link that opens WhatsApp with the invitation of one office. */
    public String share(Invitation invitation, PageContext page) {
        return ShareText.of(event, invitation, page.absolute(""), page.words()).whatsApp();
    }
}
