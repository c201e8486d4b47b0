package id.hadir.events.unit;

import id.hadir.events.region.Region;
import java.util.List;

/**
 * The usual offices of a kind of regional government, to start a registry from.
 *
 * @param code {@code provinsi}, {@code kabupaten} or {@code kota}
 */
public record UnitTemplate(String code, List<Office> offices) {

    /**
     * @param code short name within the template
     */
    public record Office(String code, String name, String headTitle) {}

    /** Which of the templates fits a region; empty for districts and villages. */
    static String codeFor(Region region) {
        return switch (region.level()) {
            case PROVINCE -> "provinsi";
            case REGENCY -> region.isCity() ? "kota" : "kabupaten";
            case DISTRICT, VILLAGE -> "";
        };
    }

    boolean has(String office) {
        return offices.stream().anyMatch(known -> known.code.equals(office));
    }

    /** Those to be entered in a region, without the ones left out. */
    List<UnitDetails> details(String regionCode, List<String> leaveOut) {
        return offices.stream()
                .filter(office -> !leaveOut.contains(office.code))
                .map(
                        office ->
                                new UnitDetails(
                                        office.name,
                                        UnitKind.OPD,
                                        regionCode,
                                        office.headTitle,
                                        null,
                                        null))
                .sorted(UnitDetails.LOCK_ORDER)
                .toList();
    }
}
