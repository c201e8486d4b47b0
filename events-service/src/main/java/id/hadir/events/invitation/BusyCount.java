package id.hadir.events.invitation;

import java.util.List;

/**
 * Units that are invited elsewhere at the time.
 *
 * @param names of the first few of them
 */
public record BusyCount(long units, List<String> names) {

    static final BusyCount NONE = new BusyCount(0, List.of());

    /** How many more there are than are named. */
    public long others() {
        return units - names.size();
    }
}
