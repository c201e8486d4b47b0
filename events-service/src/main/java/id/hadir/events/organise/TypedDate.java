package id.hadir.events.organise;

import id.hadir.events.event.Weekday;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as people write it: {@code Rabu, 31 Januari 2024}, {@code Rabu (31/1/2024)}, {@code
 * 31-1-2024} or {@code 2024-01-31}; in English too.
 *
 * @param weekday that was typed beside it, which need not be the day's
 */
record TypedDate(LocalDate day, @Nullable DayOfWeek weekday) {

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?:(\\p{L}+(?:['’]\\p{L}+)?)[\\s,(]+)?"
                            + "(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})"
                            + "|(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})"
                            + "|(\\d{1,2})\\s+(\\p{L}+)\\s+(\\d{4}))\\)?");

    /** A month by the beginning of its name, which no other one shares. */
    private static final List<List<String>> MONTHS =
            List.of(
                    List.of("jan"),
                    List.of("feb", "peb"),
                    List.of("mar"),
                    List.of("apr"),
                    List.of("mei", "may"),
                    List.of("jun"),
                    List.of("jul"),
                    List.of("agu", "agt", "aug"),
                    List.of("sep"),
                    List.of("okt", "oct"),
                    List.of("nov", "nop"),
                    List.of("des", "dec"));

    /** Empty for what cannot be read as a day. */
    static Optional<TypedDate> read(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        Optional<DayOfWeek> weekday = Optional.ofNullable(written.group(1)).flatMap(Weekday::named);
        if (written.group(1) != null && weekday.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TypedDate(day(written), weekday.orElse(null)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Matcher written) {
        if (written.group(2) != null) {
            return day(written.group(2), written.group(3), written.group(4));
        }
        return written.group(5) != null
                ? day(written.group(7), written.group(6), written.group(5))
                : LocalDate.of(
                        Integer.parseInt(written.group(10)),
                        month(written.group(9)),
                        Integer.parseInt(written.group(8)));
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /** 0, which is no month, for what names none. */
    private static int month(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (folded.length() >= 3 && MONTHS.get(i).contains(folded.substring(0, 3))) {
                return i + 1;
            }
        }
        return 0;
    }
}
