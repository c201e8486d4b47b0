package id.hadir.kit.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;

class WordsTests {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Instant NINE = Instant.parse("2024-01-31T02:00:00Z");

    private final StaticMessageSource texts = new StaticMessageSource();
    private final Words indonesian = new Words(texts, Locale.of("id"));
    private final Words english = new Words(texts, Locale.ENGLISH);

    @Test
    void datesStandInFullWithTheirWeekday() {
        assertThat(indonesian.date(LocalDate.of(2024, 1, 31))).isEqualTo("Rabu, 31 Januari 2024");
        assertThat(english.date(LocalDate.of(2024, 1, 31))).isEqualTo("Wednesday, 31 January 2024");
    }

    @Test
    void aPeriodNamesItsPartsAndLeavesOutWhatIsNone() {
        texts.addMessage("period.years", Locale.of("id"), "{0} tahun");
        texts.addMessage("period.months", Locale.of("id"), "{0} bulan");
        assertThat(indonesian.period(Period.ofYears(2))).isEqualTo("2 tahun");
        assertThat(indonesian.period(Period.of(1, 6, 0))).isEqualTo("1 tahun 6 bulan");
    }

    @Test
    void theDateIsThatOfTheVenueAndNotOfTheServer() {
        Instant lateInLondon = Instant.parse("2024-01-30T23:30:00Z");
        assertThat(indonesian.dateTime(lateInLondon, ZoneId.of("Asia/Jayapura")))
                .isEqualTo("Rabu, 31 Januari 2024, pukul 08.30 WIT");
    }

    @Test
    void timesHaveADotAndTheZone() {
        assertThat(indonesian.time(NINE, JAKARTA)).isEqualTo("09.00 WIB");
        assertThat(english.time(NINE, JAKARTA)).isEqualTo("09:00 WIB");
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Jakarta,WIB",
        "Asia/Pontianak,WIB",
        "Asia/Makassar,WITA",
        "Asia/Jayapura,WIT",
        "Asia/Singapore,GMT+08:00"
    })
    void zonesGoByTheirIndonesianNames(ZoneId zone, String name) {
        assertThat(indonesian.zone(zone)).isEqualTo(name);
    }

    @Test
    void anUnknownEndIsUntilFinished() {
        assertThat(indonesian.timeRange(NINE, null, JAKARTA))
                .isEqualTo("pukul 09.00 WIB s.d. selesai");
        assertThat(indonesian.timeRange(NINE, NINE.plusSeconds(10_800), JAKARTA))
                .isEqualTo("pukul 09.00 s.d. 12.00 WIB");
        assertThat(english.timeRange(NINE, NINE.plusSeconds(10_800), JAKARTA))
                .isEqualTo("09:00–12:00 WIB");
    }

    @Test
    void numbersAreGroupedWithADot() {
        texts.addMessage("seats", Locale.of("id"), "{0} kursi");
        assertThat(indonesian.number(1092)).isEqualTo("1.092");
        assertThat(indonesian.get("seats", 75252)).isEqualTo("75.252 kursi");
        assertThat(english.number(1092)).isEqualTo("1,092");
    }

    @Test
    void fileSizesHaveADecimalComma() {
        assertThat(indonesian.fileSize(1_234_567)).isEqualTo("1,2 MB");
        assertThat(indonesian.fileSize(45_600)).isEqualTo("45 kB");
        assertThat(indonesian.fileSize(999)).isEqualTo("999 B");
    }

    @Test
    void theDateBlockHasShortNames() {
        LocalDate day = LocalDate.of(2023, 12, 20);
        assertThat(indonesian.weekday(day)).isEqualTo("Rab");
        assertThat(indonesian.month(day)).isEqualTo("Des");
        assertThat(indonesian.shortDate(day)).isEqualTo("20 Des 2023");
    }

    @Test
    void aFieldMayHaveATextOfItsOwn() {
        texts.addMessage("field.required", Locale.of("id"), "Wajib diisi.");
        texts.addMessage("field.required.name", Locale.of("id"), "Tulis {0}.");
        assertThat(indonesian.getOrElse("field.required.name", "field.required", "nama"))
                .isEqualTo("Tulis nama.");
        assertThat(indonesian.getOrElse("field.required.nip", "field.required"))
                .isEqualTo("Wajib diisi.");
    }
}
