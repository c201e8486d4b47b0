package id.hadir.local.demo;

import id.hadir.local.api.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The papers that the reports mention, as example PDFs with what is known of them. */
final class Materials {

    private static final String EXAMPLE =
            "Berkas contoh. Isi naskah yang sebenarnya tidak dimiliki; yang tertulis di sini hanya"
                    + " pokok-pokok menurut pemberitaan.";

    private Materials() {}

    static void attach(Api organiser, Occasion occasion, String eventId) {
        String path = "/api/events/" + eventId + "/materials";
        Set<String> there =
                organiser.list(path).stream()
                        .map(material -> material.path("title").asString())
                        .collect(Collectors.toSet());
        for (RealEvent.Material material : occasion.real().materials()) {
            String audience = material.kind().equals("circular") ? "registered" : "public";
            add(
                    organiser,
                    path,
                    there,
                    material.kind(),
                    material.title(),
                    audience,
                    points(occasion, material));
        }
        add(
                organiser,
                path,
                there,
                "slides",
                "Paparan: " + occasion.real().theme(),
                "public",
                points(occasion, null));
    }

    private static void add(
            Api organiser,
            String path,
            Set<String> there,
            String kind,
            String title,
            String audience,
            List<String> points) {
        if (there.contains(title)) {
            return;
        }
        organiser
                .upload(
                        path,
                        Map.of("title", title, "kind", kind, "audience", audience),
                        title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                                + ".pdf",
                        ExamplePdf.of(title, points))
                .orFail();
    }

    private static List<String> points(
            Occasion occasion, RealEvent.@org.jspecify.annotations.Nullable Material material) {
        List<String> points = new ArrayList<>();
        points.add(EXAMPLE);
        if (material != null) {
            material.points().forEach(point -> points.add("- " + point));
        }
        occasion.real().doNot().forEach(point -> points.add("Hindari: " + point));
        occasion.real().please().forEach(point -> points.add("Lakukan: " + point));
        return points;
    }
}
