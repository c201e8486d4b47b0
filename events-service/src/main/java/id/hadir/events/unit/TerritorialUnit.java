package id.hadir.events.unit;

import id.hadir.events.region.Region;
import java.util.Optional;

/**
 * The office that a region has by itself, before anybody enters one.
 *
 * @param headTitle title of its head, as an invitation would print it
 */
public record TerritorialUnit(String name, UnitKind kind, String headTitle) {

    private static final String JAKARTA = "31";

    /**
     * Empty for the six administrative regions of Jakarta only: their heads are appointed and have
     * no government of their own (UU 29/2007, art. 19).
     */
    public static Optional<TerritorialUnit> of(Region region) {
        String name = region.name();
        return switch (region.level()) {
            case PROVINCE ->
                    unit("Pemerintah Provinsi " + name, UnitKind.PEMDA_PROVINSI, "Gubernur");
            case REGENCY ->
                    JAKARTA.equals(region.parent())
                            ? Optional.empty()
                            : unit(
                                    "Pemerintah " + name,
                                    UnitKind.PEMDA_KABUPATEN_KOTA,
                                    region.isCity() ? "Wali Kota" : "Bupati");
            case DISTRICT -> unit("Kecamatan " + name, UnitKind.KECAMATAN, "Camat " + name);
            case VILLAGE -> village(region);
        };
    }

    /** A village's own four digits begin with 1 = kelurahan, 2 = desa, 3 = desa adat. */
    private static Optional<TerritorialUnit> village(Region region) {
        String name = region.name();
        return switch (region.code().charAt(9)) {
            case '1' -> unit("Kelurahan " + name, UnitKind.KELURAHAN, "Lurah " + name);
            case '2' -> unit("Desa " + name, UnitKind.DESA, "Kepala Desa " + name);
            case '3' -> unit(name, UnitKind.DESA_ADAT, "Kepala " + name); // "Desa Adat Yoboi"
            default -> throw new IllegalArgumentException("what is the village " + region + "?");
        };
    }

    private static Optional<TerritorialUnit> unit(String name, UnitKind kind, String headTitle) {
        return Optional.of(new TerritorialUnit(name, kind, headTitle));
    }
}
