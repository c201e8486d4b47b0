package id.hadir.events.invitation;

import java.util.List;

/**
 * What an audience would reach before it is sent.
 *
 * @param audience its lines in their order, each by itself
 * @param total all of them together, a unit in several lines once and as the last of them says
 * @param busy those of the units that are invited elsewhere at that time
 */
public record AudiencePreview(List<AudienceCount> audience, AudienceCount total, BusyCount busy) {

    AudiencePreview busy(BusyCount units) {
        return new AudiencePreview(audience, total, units);
    }
}
