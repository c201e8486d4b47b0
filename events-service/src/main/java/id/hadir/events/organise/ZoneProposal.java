package id.hadir.events.organise;

import id.hadir.events.event.TimeZones;
import id.hadir.kit.page.Words;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The zone in which the times of a form are meant.
 *
 * @param ofVenue the zone of the venue's region; null while there is none
 */
public record ZoneProposal(ZoneId zone, Source from, @Nullable ZoneId ofVenue) {

    enum Source {
        CHOSEN,
        VENUE,
        AGENCY,
        USUAL
    }

    /**
     * @param chosen id of the zone that was chosen, else the regions propose one
     */
    static ZoneProposal of(String chosen, String venueRegion, String agencyRegion) {
        ZoneId ofVenue = isCode(venueRegion) ? TimeZones.of(venueRegion) : null;
        return TimeZones.ALL.stream()
                .filter(zone -> zone.getId().equals(chosen))
                .findFirst()
                .map(zone -> new ZoneProposal(zone, Source.CHOSEN, ofVenue))
                .orElseGet(() -> of(ofVenue, agencyRegion));
    }

    private static ZoneProposal of(@Nullable ZoneId ofVenue, String agencyRegion) {
        if (ofVenue != null) {
            return new ZoneProposal(ofVenue, Source.VENUE, ofVenue);
        }
        return isCode(agencyRegion)
                ? new ZoneProposal(TimeZones.of(agencyRegion), Source.AGENCY, null)
                : new ZoneProposal(TimeZones.WIB, Source.USUAL, null);
    }

    private static boolean isCode(String region) {
        return region.matches("[0-9]{2}.*");
    }

    /** "WIB, dari wilayah tempat"; a zone that was chosen against the venue's is pointed out. */
    public String said(Words words) {
        if (ofVenue != null && !words.zone(ofVenue).equals(words.zone(zone))) {
            return words.get("organise.zone.other", words.zone(zone), words.zone(ofVenue));
        }
        String from = this.from.name().toLowerCase(Locale.ROOT);
        return words.get("organise.zone." + from, words.zone(zone));
    }
}
