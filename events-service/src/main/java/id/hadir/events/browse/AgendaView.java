package id.hadir.events.browse;

import id.hadir.events.event.EventType;
import id.hadir.events.region.Region;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agenda as it was asked for.
 *
 * @param regions the choices of the region filter
 * @param next cursor of the next page
 */
public record AgendaView(
        AgendaQuery query,
        List<Region> provinces,
        List<Region> regions,
        List<Week> weeks,
        int count,
        @Nullable String next,
        LocalDate today) {

    public EventType[] types() {
        return EventType.values();
    }

    /** The name of the province asked for. */
    public String provinceName() {
        return provinces.stream()
                .filter(province -> province.code().equals(query.province()))
                .map(Region::name)
                .findFirst()
                .orElse("");
    }

    public String nextPath() {
        return "/?q="
                + encoded(query.q())
                + "&wilayah="
                + encoded(query.region())
                + "&jenis="
                + encoded(query.type())
                + (query.isPast() ? "&lewat=1" : "")
                + "&cursor="
                + encoded(next == null ? "" : next);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
