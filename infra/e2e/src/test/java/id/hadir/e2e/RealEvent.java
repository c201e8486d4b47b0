package id.hadir.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as a news report tells of it, put into the year to come: what is over can no longer be
 * moved.
 */
record RealEvent(JsonNode report) {

    record Speaker(String name, String position, String role) {}

    /**
     * A line of those who were invited.
     *
     * @param seats one for each position that the report names
     */
    record Line(String kind, @Nullable String regionCode, int units, int seats) {}

    private static final String FILE = "infra/local/src/main/resources/demo/real-events.json";
    private static final DateTimeFormatter PRINTED =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.forLanguageTag("id-ID"));

    static List<RealEvent> all() {
        try {
            String file = Files.readString(RunningSystem.file(FILE));
            return JsonMapper.shared()
                    .readTree(file)
                    .path("events")
                    .valueStream()
                    .map(RealEvent::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String field) {
        return report.path(field).asString();
    }

    JsonNode organiser() {
        return report.path("organiser");
    }

    /** Empty for what the report does not state. */
    String venue(String field) {
        return report.path("venue").path(field).asString("");
    }

    /** The same day of a year to come, as it is printed: with its weekday. */
    String printedDate() {
        return printed(day());
    }

    static String printed(LocalDate day) {
        return PRINTED.format(day);
    }

    static @Nullable String textOrNull(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).asString() : null;
    }

    LocalDate day() {
        LocalDate told = LocalDate.parse(text("date"));
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        LocalDate day = told.withYear(today.getYear());
        return day.isAfter(today.plusDays(3)) ? day : day.plusYears(1);
    }

    List<Speaker> speakers() {
        return report.path("speakers")
                .valueStream()
                .map(
                        one ->
                                new Speaker(
                                        one.path("name").asString(),
                                        one.path("position").asString(),
                                        one.path("role").asString()))
                .toList();
    }

    List<Line> audience() {
        return report.path("audience")
                .valueStream()
                .map(
                        line ->
                                new Line(
                                        line.path("kind").asString(),
                                        textOrNull(line, "regionCode"),
                                        line.path("expectedUnits").asInt(),
                                        Math.max(1, line.path("positions").size())))
                .toList();
    }

    @Override
    public String toString() {
        return text("key");
    }
}
