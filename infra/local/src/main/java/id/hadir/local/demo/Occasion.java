package id.hadir.local.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A real event to be scheduled: as it was, with what is unknown left open, or as a copy in the
 * coming weeks, with what is assumed said in its note.
 *
 * @param upcomingOn null for the event as it was
 */
record Occasion(RealEvent real, @Nullable LocalDate upcomingOn) {

    private static final LocalTime STARTS = LocalTime.of(9, 0);
    private static final LocalTime ENDS = LocalTime.of(12, 0);
    private static final String NOTE_OF_PAST =
            "Kegiatan nyata menurut pemberitaan. Jam dan kapasitas tidak disebut dalam berita, jadi"
                    + " dibiarkan kosong. Nama-nama OPD, peserta (bernama Contoh) dan izin adalah"
                    + " contoh buatan.";
    private static final String NOTE_OF_COPY =
            "Salinan contoh dari kegiatan nyata tanggal %s. Diandaikan: tanggal, pukul 09.00–12.00,"
                + " kapasitas %d orang. Nama-nama OPD dan peserta (bernama Contoh) adalah contoh"
                + " buatan.";
    private static final Map<String, String> AGENDA_TITLES =
            Map.of(
                    "pembuka",
                    "Pembukaan",
                    "keynote",
                    "Sambutan kunci",
                    "narasumber",
                    "Paparan narasumber");

    boolean isUpcoming() {
        return upcomingOn != null;
    }

    LocalDate day() {
        return Objects.requireNonNullElse(upcomingOn, real.date());
    }

    /** Tells this occasion's registrations, scans and uploads apart from those of others. */
    String key() {
        return "demo-" + real.key() + "-" + day();
    }

    int seats() {
        return real.audience().stream().mapToInt(line -> line.expectedUnits() * line.seats()).sum();
    }

    private int assumedCapacity() {
        return (seats() / 50 + 1) * 50;
    }

    Map<String, Object> request(String agencyId) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", real.type());
        event.put("title", real.title());
        event.put("theme", real.theme());
        event.put("agencyId", agencyId);
        event.put("note", note());
        event.put("venue", venue());
        event.put("timeZone", real.timeZone().getId());
        event.put("registration", Map.of("mode", "invited", "waitlist", true));
        event.put("agenda", agenda());
        if (isUpcoming()) {
            event.put("startsAt", at(STARTS));
            event.put("endsAt", at(ENDS));
            event.put("capacity", assumedCapacity());
        } else {
            event.put("date", day().toString());
        }
        return event;
    }

    String at(LocalTime time) {
        return day().atTime(time).atZone(real.timeZone()).toOffsetDateTime().toString();
    }

    private String note() {
        List<String> parts = new ArrayList<>();
        parts.add(
                isUpcoming()
                        ? NOTE_OF_COPY.formatted(real.date(), assumedCapacity())
                        : NOTE_OF_PAST);
        if (!real.doNot().isEmpty()) {
            parts.add("Yang dihindari: " + String.join(", ", real.doNot()) + ".");
        }
        if (!real.please().isEmpty()) {
            parts.add("Yang dianjurkan: " + String.join(", ", real.please()) + ".");
        }
        return String.join("\n\n", parts);
    }

    private Map<String, Object> venue() {
        Map<String, Object> venue = new LinkedHashMap<>();
        venue.put("name", real.venue().name());
        venue.put("address", real.venue().address());
        venue.put("regionCode", real.venue().regionCode());
        return venue;
    }

    /** No report tells the order or the hours. */
    private List<Map<String, Object>> agenda() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (String role : List.of("pembuka", "keynote", "narasumber")) {
            List<RealEvent.Speaker> speakers =
                    real.speakers().stream().filter(one -> one.role().equals(role)).toList();
            if (!speakers.isEmpty()) {
                items.add(
                        Map.of(
                                "title",
                                Objects.requireNonNull(AGENDA_TITLES.get(role)),
                                "speakers",
                                speakers));
            }
        }
        return items;
    }
}
