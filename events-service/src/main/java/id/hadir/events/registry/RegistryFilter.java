package id.hadir.events.registry;

import id.hadir.events.organise.RegionChoice;
import id.hadir.events.unit.UnitSearch;
import java.util.HashMap;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Which units of the registry are shown, as chosen. */
record RegistryFilter(Map<String, String> values) {

    static final String REGION = "regionCode";
    static final String INACTIVE = "nonaktif";

    static RegistryFilter typed(MultiValueMap<String, String> query) {
        Map<String, String> values = new HashMap<>(query.toSingleValueMap());
        values.put(REGION, RegionChoice.typed(REGION, query));
        return new RegistryFilter(values);
    }

    static RegistryFilter of(String region, MultiValueMap<String, String> query) {
        Map<String, String> values = new HashMap<>(query.toSingleValueMap());
        values.put(REGION, region);
        return new RegistryFilter(values);
    }

    /**
     * @throws id.hadir.kit.problem.Problem 422 for what no form would send
     */
    UnitSearch search() {
        UnitSearch search = UnitSearch.of(region(), value("kind"), value("q"));
        return value("keadaan").equals(INACTIVE) ? search.inactive() : search;
    }

    String region() {
        return value(REGION);
    }

    /** The address of the same list's page that begins there. */
    String page(String cursor) {
        String region = region();
        return UriComponentsBuilder.fromPath("/panitia/unit")
                .queryParam("q", "{q}")
                .queryParam("kind", "{kind}")
                .queryParam("keadaan", "{state}")
                .queryParam(REGION + ".province", "{province}")
                .queryParam(REGION + ".regency", "{regency}")
                .queryParam(REGION + ".district", "{district}")
                .queryParam("cursor", "{cursor}")
                .encode()
                .buildAndExpand(
                        value("q"),
                        value("kind"),
                        value("keadaan"),
                        part(region, 2),
                        part(region, 5),
                        part(region, 8),
                        cursor)
                .toUriString();
    }

    private static String part(String region, int length) {
        return region.length() < length ? "" : region.substring(0, length);
    }

    /** What a template has just entered. */
    String entered() {
        return value("dibuat");
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }
}
