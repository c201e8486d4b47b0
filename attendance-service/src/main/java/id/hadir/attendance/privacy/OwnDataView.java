package id.hadir.attendance.privacy;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The holder's own page.
 *
 * @param code the bare code, as it stands in addresses
 */
public record OwnDataView(String code, OwnData.View own, ZoneId zone, Instant now) {

    public StoredData data() {
        return own.data();
    }

    public String address() {
        return "/tiket/" + code + "/data";
    }
}
