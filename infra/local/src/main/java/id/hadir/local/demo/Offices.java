package id.hadir.local.demo;

import id.hadir.local.api.Api;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The offices (OPD) that the reports count but do not name: example lists, imported as CSV. */
record Offices(Api admin) {

    private static final List<String> REGIONS = List.of("33", "33.18", "36.04", "35.71");

    /** Importing again finds them unchanged. */
    void importAll() {
        for (String region : REGIONS) {
            admin.postCsv("/api/units/import", csv(region)).orFail();
        }
    }

    /** The ids of the offices of exactly this government, not of those below it. */
    List<String> idsOf(String region) {
        return admin.list("/api/units?kind=opd&regionCode=" + region).stream()
                .filter(unit -> unit.path("regionCode").asString("").equals(region))
                .map((JsonNode unit) -> unit.path("id").asString())
                .toList();
    }

    private static String csv(String region) {
        String name = "/demo/opd-" + region + ".csv";
        try (InputStream in = Offices.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
