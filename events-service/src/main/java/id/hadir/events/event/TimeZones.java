package id.hadir.events.event;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The zones of Indonesia by the first two digits of a region's code. */
public final class TimeZones {

    public static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    static final ZoneId WIB_WEST_KALIMANTAN = ZoneId.of("Asia/Pontianak");
    static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    static final ZoneId WIT = ZoneId.of("Asia/Jayapura");

    public static final List<ZoneId> ALL = List.of(WIB, WIB_WEST_KALIMANTAN, WITA, WIT);

    private TimeZones() {}

    /** As people write it beside a time. */
    public static String abbreviation(ZoneId zone) {
        return zone.equals(WITA) ? "WITA" : zone.equals(WIT) ? "WIT" : "WIB";
    }

    /** WIB where no region says otherwise. */
    public static ZoneId of(@Nullable String regionCode) {
        int province = regionCode == null ? 0 : Integer.parseInt(regionCode.substring(0, 2));
        return switch (province) {
            case 61, 62 -> WIB_WEST_KALIMANTAN;
            case 51, 52, 53, 63, 64, 65, 71, 72, 73, 74, 75, 76 -> WITA;
            case 81, 82, 91, 92, 93, 94, 95, 96 -> WIT;
            default -> WIB;
        };
    }
}
