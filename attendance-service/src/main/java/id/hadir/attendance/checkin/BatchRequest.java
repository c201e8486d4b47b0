package id.hadir.attendance.checkin;

import id.hadir.kit.problem.FieldErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an offline desk sends when it is back on the network. */
public record BatchRequest(@Nullable List<@Nullable ScanRequest> scans) {

    static final int MOST = 500;

    private static final ScanRequest EMPTY = new ScanRequest(null, null, null, null);

    List<ScanRequest.Read> read(Instant now, FieldErrors errors) {
        if (scans == null) {
            errors.add("scans", "required");
            return List.of();
        }
        if (scans.size() > MOST) {
            errors.add("scans", "too-many", MOST);
            return List.of();
        }
        List<ScanRequest.Read> reads = new ArrayList<>(scans.size());
        for (int i = 0; i < scans.size(); i++) {
            ScanRequest scan = scans.get(i);
            reads.add((scan == null ? EMPTY : scan).read("scans[" + i + "].", now, errors));
        }
        return reads;
    }
}
