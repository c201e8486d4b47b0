package id.hadir.kit.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Texts, dates and numbers in one language, as an Indonesian official would write them: "Rabu, 31
 * Januari 2024, pukul 09.00 WIB".
 */
public final class Words {

    private final MessageSource messages;
    private final Locale locale;

    public Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The text of a key; numbers among the arguments are grouped as in {@link #number}. */
    public String get(String key, @Nullable Object... args) {
        return String.valueOf(messages.getMessage(key, args, key, locale));
    }

    /** The text of the first key, or of the second where the first has none. */
    public String getOrElse(String key, String usual, @Nullable Object... args) {
        String own = messages.getMessage(key, args, null, locale);
        return own == null ? get(usual, args) : own;
    }

    /** "Rabu, 31 Januari 2024". */
    public String date(LocalDate date) {
        return format("EEEE, d MMMM yyyy", date);
    }

    public String date(Instant instant, ZoneId zone) {
        return date(LocalDate.ofInstant(instant, zone));
    }

    /** "31 Januari 2024". */
    public String longDate(LocalDate date) {
        return format("d MMMM yyyy", date);
    }

    /** "Januari 2024". */
    public String longMonth(LocalDate date) {
        return format("MMMM yyyy", date);
    }

    /** "31 Jan 2024". */
    public String shortDate(LocalDate date) {
        return format("d MMM yyyy", date);
    }

    /** "Rab". */
    public String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    }

    /** "Jan". */
    public String month(LocalDate date) {
        return date.getMonth().getDisplayName(TextStyle.SHORT, locale);
    }

    /** "09.00", or "09:00" in English. */
    public String clock(Instant instant, ZoneId zone) {
        return format(isIndonesian() ? "HH.mm" : "HH:mm", instant.atZone(zone));
    }

    /** "09.00 WIB". */
    public String time(Instant instant, ZoneId zone) {
        return clock(instant, zone) + " " + zone(zone);
    }

    /** "pukul 09.00 s.d. 12.00 WIB", or "pukul 09.00 WIB s.d. selesai" when no end is known. */
    public String timeRange(Instant start, @Nullable Instant end, ZoneId zone) {
        if (isIndonesian()) {
            return end == null
                    ? "pukul " + time(start, zone) + " s.d. selesai"
                    : "pukul " + clock(start, zone) + " s.d. " + time(end, zone);
        }
        return end == null
                ? "from " + time(start, zone)
                : clock(start, zone) + "–" + time(end, zone);
    }

    /** "Rabu, 31 Januari 2024, pukul 09.00 WIB". */
    public String dateTime(Instant instant, ZoneId zone) {
        String at = isIndonesian() ? ", pukul " : ", ";
        return date(instant, zone) + at + time(instant, zone);
    }

    /** "2 tahun 6 bulan". */
    public String period(Period period) {
        return Stream.of(
                        part("years", period.getYears()),
                        part("months", period.getMonths()),
                        part("days", period.getDays()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String part(String unit, int count) {
        return count == 0 ? "" : get("period." + unit, count);
    }

    /** "1.092", or "1,092" in English. */
    public String number(long value) {
        return String.format(locale, "%,d", value);
    }

    /** "1,2 MB": decimal units, as phones and browsers show them. */
    public String fileSize(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(locale, "%d kB", bytes / 1000)
                : String.format(locale, "%.1f MB", bytes / 1e6);
    }

    /** WIB, WITA or WIT; elsewhere the name that Java has for it. */
    public String zone(ZoneId zone) {
        return switch (zone.getId()) {
            case "Asia/Jakarta", "Asia/Pontianak" -> "WIB";
            case "Asia/Makassar", "Asia/Ujung_Pandang" -> "WITA";
            case "Asia/Jayapura" -> "WIT";
            default -> zone.getDisplayName(TextStyle.SHORT, Locale.ROOT);
        };
    }

    private boolean isIndonesian() {
        return locale.getLanguage().equals(PageLanguage.INDONESIAN.getLanguage());
    }

    private String format(String pattern, TemporalAccessor value) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(value);
    }
}
