package id.hadir.events.organise;

import id.hadir.events.region.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A region chosen step by step: province, regency or city, district. Each step may be left open.
 *
 * @param field name of the form field; the steps are FIELD.province, FIELD.regency, FIELD.district
 * @param code the deepest region chosen, empty for none
 */
public record RegionChoice(
        String field,
        String code,
        List<Region> provinces,
        List<Region> regencies,
        List<Region> districts) {

    public boolean isWithin(Region region) {
        return code.equals(region.code()) || code.startsWith(region.code() + ".");
    }

    /**
     * The deepest of the steps that still fit together: after another province is chosen, the
     * regency of the one before no longer counts.
     */
    public static String typed(String field, MultiValueMap<String, String> form) {
        String province = text(form.getFirst(field + ".province"));
        String regency = text(form.getFirst(field + ".regency"));
        String district = text(form.getFirst(field + ".district"));
        if (province.isEmpty() || !regency.startsWith(province + ".")) {
            return province;
        }
        return district.startsWith(regency + ".") ? district : regency;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
