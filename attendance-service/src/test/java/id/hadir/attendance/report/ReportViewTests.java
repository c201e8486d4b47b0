package id.hadir.attendance.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.attendance.form.Place;
import id.hadir.attendance.report.ReportView.Bar;
import id.hadir.attendance.report.ReportView.Count;
import id.hadir.kit.listing.Listing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the bars of a report are grouped and ordered. */
class ReportViewTests {

    private static final Event EVENT =
            new Event(
                    new UUID(0, 1),
                    "rakor",
                    Event.Status.PUBLISHED,
                    "Rakor",
                    "agency",
                    "KPU",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    ZoneId.of("Asia/Jakarta"),
                    null,
                    Event.Mode.INVITED,
                    null,
                    null,
                    true,
                    null);

    private static ReportView view(RegionAttendance... regions) {
        Totals none = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        return new ReportView(
                new EventView(EVENT, false),
                none,
                Instant.EPOCH,
                List.of(regions),
                new Listing<>(List.of(), null),
                new ReportView.Asked("", "", "", false),
                new Listing<>(List.of(), null),
                new Place(0, 0),
                "");
    }

    private static RegionAttendance region(
            @Nullable String code, @Nullable String name, int present, int absent) {
        return new RegionAttendance(code, name, present + absent, present, 0, 0, absent, 0, 0);
    }

    @Test
    void kecamatanStandByThemselvesWithTheWorstOnTop() {
        ReportView view =
                view(
                        region("33.18", "Kabupaten Pati", 30, 0),
                        region("33.18.01", "Kecamatan Sukolilo", 9, 1),
                        region("33.18.02", "Kecamatan Kayen", 1, 1),
                        region("33.18.03", "Kecamatan Tambakromo", 10, 10));
        assertThat(view.bars())
                .extracting(Bar::label)
                .containsExactly("Kecamatan Tambakromo", "Kecamatan Kayen", "Kecamatan Sukolilo");
        assertThat(view.otherBars()).extracting(Bar::label).containsExactly("Kabupaten Pati");
    }

    @Test
    void aNationalEventIsGroupedByProvince() {
        ReportView view =
                view(region("33", "Provinsi Jawa Tengah", 30, 6), region("11", null, 1, 23));
        assertThat(view.isByDistrict()).isFalse();
        assertThat(view.bars())
                .extracting(Bar::label)
                .containsExactly("11", "Provinsi Jawa Tengah");
        assertThat(view.otherBars()).isEmpty();
    }

    @Test
    void unlistedOfficesAreCountedAndStandApart() {
        ReportView view = view(region(null, null, 2, 0), region("33.18.01", "Kecamatan A", 1, 1));
        assertThat(view.all()).isEqualTo(new Count(4, 3, 0, 0, 1));
        assertThat(view.otherBars()).extracting(Bar::label).containsExactly("");
        assertThat(view.choices())
                .extracting(RegionAttendance::name)
                .containsExactly("Kecamatan A");
    }

    @Test
    void theExpectedAreMissingUntilTheyAreAbsent() {
        ReportView view = view(new RegionAttendance("33.18.01", "A", 5, 1, 1, 1, 0, 2, 0));
        assertThat(view.all().missing()).isEqualTo(2);
        assertThat(view.missingState()).isEqualTo("expected");
        assertThat(ReportView.missingState(true)).isEqualTo(UnitState.ABSENT);
    }

    @Test
    void groupsOfOneOfficeHaveNoBarsSinceTheTableSaysAsMuch() {
        ReportView view = view(region("33.18.01", "A", 1, 0), region("33.18.02", "B", 0, 1));
        assertThat(view.bars()).isEmpty();
        assertThat(view.all().percentAttended()).isEqualTo(50);
    }
}
