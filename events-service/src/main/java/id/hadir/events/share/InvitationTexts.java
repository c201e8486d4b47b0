package id.hadir.events.share;

import id.hadir.events.browse.ShownEvent;
import id.hadir.events.invitation.Invitation;
import id.hadir.events.unit.Unit;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.page.Words;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The text of an event, and a page of those of its invited offices.
 *
 * @param next cursor of the next page of offices, null on the last one
 */
record InvitationTexts(
        String text, String whatsAppUrl, List<OfficeText> items, @Nullable String next) {

    /**
     * @param url where somebody of the office is registered, whole
     */
    record OfficeText(
            UUID invitationId,
            Unit unit,
            String addressee,
            @Nullable Instant answerBy,
            String code,
            String url,
            String text,
            String whatsAppUrl) {

        static OfficeText of(ShownEvent event, Invitation invitation, String site, Words words) {
            ShareText text = ShareText.of(event, invitation, site, words);
            return new OfficeText(
                    invitation.id(),
                    invitation.unit(),
                    invitation.addressee(),
                    invitation.answerBy(),
                    invitation.code(),
                    site + invitation.url(),
                    text.text(),
                    text.whatsApp());
        }
    }

    static InvitationTexts of(
            ShownEvent event, Listing<Invitation> invited, String site, Words words) {
        ShareText text = ShareText.of(event, site, words);
        return new InvitationTexts(
                text.text(),
                text.whatsApp(),
                invited.map(office -> OfficeText.of(event, office, site, words)).items(),
                invited.next());
    }
}
