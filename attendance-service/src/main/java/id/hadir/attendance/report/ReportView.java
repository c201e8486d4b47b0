package id.hadir.attendance.report;

import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.form.Place;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.page.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The attendance of one event as a page.
 *
 * @param regions all regions that the reader may see, in whatever order
 * @param missing units of which nobody came and no word was sent, as many as are shown
 * @param units those that were asked for
 * @param place of those among all that were asked for
 * @param ownRegionName the region that the reader is limited to, or empty; its code, where no
 *     office heads it
 */
public record ReportView(
        EventView event,
        Totals totals,
        Instant asOf,
        List<RegionAttendance> regions,
        Listing<UnitAttendance> missing,
        Asked asked,
        Listing<UnitAttendance> units,
        Place place,
        String ownRegionName) {

    /** A longer list of bars shows its best last, and folded. */
    public static final int BARS_BEFORE_THE_FOLD = 10;

    private static final int DISTRICT = 3;

    private static final Comparator<Bar> WORST_FIRST =
            Comparator.<Bar>comparingDouble(bar -> -bar.count().shareMissing())
                    .thenComparingInt(bar -> -bar.count().missing())
                    .thenComparing(Bar::label);

    /**
     * What was asked for; empty is all.
     *
     * @param isOnPaper all on one page, to be printed
     */
    public record Asked(String kind, String region, String state, boolean isOnPaper) {}

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

        public int percentAttended() {
            return Math.round(100f * attended() / Math.max(1, units));
        }

        /**
         * "8 hadir · 2 mewakili · 6 tanpa keterangan": what a bar says, for whom it says nothing.
         */
        public String inWords(Words words, boolean isEnded) {
            return Stream.of(
                            part(words, "present", present),
                            part(words, "represented", represented),
                            part(words, "excused", excused),
                            part(words, isEnded ? "absent" : "expected", missing))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
        }

        private static String part(Words words, String state, int units) {
            return units == 0 ? "" : words.get("report.bar." + state, units);
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
        return bars(region -> depth(region) == depth);
    }

    /** Offices outside the groups: perangkat daerah above the kecamatan, and unlisted ones. */
    public List<Bar> otherBars() {
        int depth = isByDistrict() ? DISTRICT : 1;
        return bars(region -> depth(region) != depth);
    }

    /** None where each stands for one office: the table says as much in less room. */
    private List<Bar> bars(Predicate<RegionAttendance> isOfGroup) {
        List<Bar> bars =
                regions.stream()
                        .filter(region -> region.units() > 0)
                        .filter(isOfGroup)
                        .map(ReportView::bar)
                        .sorted(WORST_FIRST)
                        .toList();
        return bars.stream().anyMatch(bar -> bar.count().units() > 1) ? bars : List.of();
    }

    public boolean isWhole() {
        return place.isWhole(units.items().size());
    }

    /** Regions that can be asked for, by name. */
    public List<RegionAttendance> choices() {
        return regions.stream()
                .filter(region -> region.regionCode() != null)
                .sorted(Comparator.comparing(ReportView::label))
                .toList();
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
