package id.hadir.attendance.report;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.kit.listing.Listing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The attendance of one event as a page.
 *
 * @param regions all regions that the reader may see, in whatever order
 * @param missing units of which nobody came and no word was sent, as many as are shown
 * @param units those that were asked for
 * @param isFirst nothing was turned over yet
 * @param ownRegion the region that the reader is limited to, or empty
 */
public record ReportView(
        EventView event,
        Totals totals,
        Instant asOf,
        List<RegionAttendance> regions,
        Listing<UnitAttendance> missing,
        Asked asked,
        Listing<UnitAttendance> units,
        boolean isFirst,
        String ownRegion) {

    private static final int DISTRICT = 3;

    private static final Comparator<Bar> WORST_FIRST =
            Comparator.<Bar>comparingDouble(bar -> -bar.count().shareMissing())
                    .thenComparingInt(bar -> -bar.count().missing())
                    .thenComparing(Bar::label);

    /** What was asked for; empty is all. */
    public record Asked(String kind, String region, String state) {}

    /** Units counted by their state; each stands in one count. */
    public record Count(int units, int present, int represented, int excused, int missing) {

        static Count of(RegionAttendance region) {
            return new Count(
                    region.units(),
                    region.present(),
                    region.represented(),
                    region.excused(),
                    region.absent() + region.expected());
        }

        Count plus(Count other) {
            return new Count(
                    units + other.units,
                    present + other.present,
                    represented + other.represented,
                    excused + other.excused,
                    missing + other.missing);
        }

        public int attended() {
            return present + represented;
        }

        double shareMissing() {
            return (double) missing / Math.max(1, units);
        }
    }

    /** One bar: a region and what became of its units. */
    public record Bar(String label, Count count) {}

    public Count all() {
        return regions.stream().map(Count::of).reduce(new Count(0, 0, 0, 0, 0), Count::plus);
    }

    /** Units that came without being invited. */
    public int guests() {
        return regions.stream().mapToInt(RegionAttendance::guests).sum();
    }

    /** The unit came, or registered, without being invited, at an event that invites. */
    public boolean isGuest(UnitAttendance row) {
        return row.seats() == 0 && totals.invitedUnits() > 0;
    }

    /** Groups by kecamatan where any unit lies that deep, and by province elsewhere. */
    public boolean isByDistrict() {
        return regions.stream().anyMatch(region -> depth(region) == DISTRICT);
    }

    /** The worst first: largest share of units missing, then most of them. */
    public List<Bar> bars() {
        int depth = isByDistrict() ? DISTRICT : 1;
        return regions.stream()
                .filter(region -> region.units() > 0 && depth(region) == depth)
                .map(ReportView::bar)
                .sorted(WORST_FIRST)
                .toList();
    }

    /** Offices outside the groups: perangkat daerah above the kecamatan, and unlisted ones. */
    public List<Bar> otherBars() {
        int depth = isByDistrict() ? DISTRICT : 1;
        return regions.stream()
                .filter(region -> region.units() > 0 && depth(region) != depth)
                .map(ReportView::bar)
                .sorted(WORST_FIRST)
                .toList();
    }

    /** Regions that can be asked for, by name. */
    public List<RegionAttendance> choices() {
        return regions.stream()
                .filter(region -> region.regionCode() != null)
                .sorted(Comparator.comparing(ReportView::label))
                .toList();
    }

    /** The code, where no office that heads the region is in view. */
    public String ownRegionName() {
        return regions.stream()
                .filter(region -> ownRegion.equals(region.regionCode()))
                .map(ReportView::label)
                .findFirst()
                .orElse(ownRegion);
    }

    /** Empty for offices outside the list. */
    public static String label(RegionAttendance region) {
        return region.name() == null
                ? Objects.requireNonNullElse(region.regionCode(), "")
                : region.name();
    }

    /** The region that a unit lies in, where that is another one than its own; or empty. */
    public String above(UnitAttendance row) {
        String code = row.unit().regionCode();
        return regions.stream()
                .filter(region -> code != null && code.startsWith(region.regionCode() + "."))
                .map(ReportView::label)
                .findFirst()
                .orElse("");
    }

    /** The state of those who are missing. */
    public String missingState() {
        return missingState(event.isEnded()).code();
    }

    /** Nobody is absent before the event has ended. */
    static UnitState missingState(boolean isEnded) {
        return isEnded ? UnitState.ABSENT : UnitState.EXPECTED;
    }

    private static Bar bar(RegionAttendance region) {
        return new Bar(label(region), Count.of(region));
    }

    private static int depth(RegionAttendance region) {
        @Nullable String code = region.regionCode();
        return code == null ? 0 : code.split("\\.", -1).length;
    }
}
