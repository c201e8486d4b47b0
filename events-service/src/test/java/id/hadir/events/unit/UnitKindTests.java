package id.hadir.events.unit;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.events.region.Region;
import id.hadir.events.region.Region.Level;
import id.hadir.events.region.RegionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitKindTests {

    @ParameterizedTest
    @CsvSource({
        "KECAMATAN, Kecamatan Baros, baros",
        "KECAMATAN, Kec. BAROS, baros",
        "KECAMATAN, Baros, baros",
        "DESA, Desa, desa",
        "DESA_ADAT, Desa Adat Yoboi, yoboi",
        "OPD, Kecamatan Baros, kecamatan baros",
    })
    void theWordForTheKindIsNoPartOfTheIdentity(UnitKind kind, String name, String identity) {
        assertThat(kind.identity(name)).isEqualTo(identity);
    }

    @ParameterizedTest
    @CsvSource({
        "36, PROVINCE, Banten, Pemerintah Provinsi Banten, PEMDA_PROVINSI, Gubernur",
        "36.04, REGENCY, Kabupaten Serang, Pemerintah Kabupaten Serang, PEMDA_KABUPATEN_KOTA,"
                + " Bupati",
        "35.71, REGENCY, Kota Kediri, Pemerintah Kota Kediri, PEMDA_KABUPATEN_KOTA, Wali Kota",
        "36.04.07, DISTRICT, Baros, Kecamatan Baros, KECAMATAN, Camat Baros",
        "35.71.01.1001, VILLAGE, Pojok, Kelurahan Pojok, KELURAHAN, Lurah Pojok",
        "33.18.01.2001, VILLAGE, X, Desa X, DESA, Kepala Desa X",
        "91.03.01.3007, VILLAGE, Desa Adat Yoboi, Desa Adat Yoboi, DESA_ADAT, Kepala Desa Adat"
                + " Yoboi",
    })
    void everyRegionHasItsUnit(
            String code, Level level, String region, String name, UnitKind kind, String head) {
        assertThat(TerritorialUnit.of(new Region(code, region, level, RegionCode.parent(code))))
                .contains(new TerritorialUnit(name, kind, head));
    }

    @Test
    void theAdministrativeRegionsOfJakartaHaveNone() {
        Region pusat = new Region("31.71", "Kota Administrasi Jakarta Pusat", Level.REGENCY, "31");
        assertThat(TerritorialUnit.of(pusat)).isEmpty();
    }
}
