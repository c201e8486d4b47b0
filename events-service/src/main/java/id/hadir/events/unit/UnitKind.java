package id.hadir.events.unit;

import com.fasterxml.jackson.annotation.JsonValue;
import id.hadir.events.naming.Folded;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an office is. The data set has 75,252 desa and 14 desa adat (Papua): the latter are villages
 * of their own kind (UU 6/2014, Bab XIII), so that "all desa" are those 75,252, and no region is
 * without its unit.
 */
public enum UnitKind {
    PEMDA_PROVINSI("pemda-provinsi", "pemerintah", "pemda", "pemprov"),
    PEMDA_KABUPATEN_KOTA("pemda-kabupaten-kota", "pemerintah", "pemda"),
    OPD("opd"),
    KECAMATAN("kecamatan", "kecamatan", "kec"),
    KELURAHAN("kelurahan", "kelurahan", "kel"),
    DESA("desa", "desa"),
    DESA_ADAT("desa-adat", "desa adat"),
    INSTANSI("instansi");

    private final String code;
    private final List<String> forewords;

    UnitKind(String code, String... forewords) {
        this.code = code;
        this.forewords = List.of(forewords);
    }

    @JsonValue
    public String code() {
        return code;
    }

    public static Optional<UnitKind> ofCode(@Nullable String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** Whether such an office is one of a region of that level: no camat heads a province. */
    boolean liesAt(String regionCode) {
        int level = regionCode.split("\\.", -1).length;
        return switch (this) {
            case PEMDA_PROVINSI -> level == 1;
            case PEMDA_KABUPATEN_KOTA -> level == 2;
            case KECAMATAN -> level == 3;
            case KELURAHAN, DESA, DESA_ADAT -> level == 4;
            case OPD, INSTANSI -> true;
        };
    }

    /** Whether such an office may be one of the whole country, without a region. */
    boolean mayBeNational() {
        return this == INSTANSI;
    }

    /**
     * The folded name without the words for the kind: two units of a kind and region differ in it.
     */
    String identity(String name) {
        String folded = Folded.of(name);
        for (String foreword : forewords) {
            if (folded.startsWith(foreword + " ")) {
                return folded.substring(foreword.length() + 1);
            }
        }
        return folded;
    }
}
