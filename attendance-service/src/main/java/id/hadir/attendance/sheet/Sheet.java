package id.hadir.attendance.sheet;

import id.hadir.attendance.eventcopy.Event;
import id.hadir.attendance.eventcopy.EventView;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A daftar hadir as it is drawn.
 *
 * @param facts what stands above the table
 * @param sum what stands below it; empty before the event
 * @param printed when, for the foot of each page
 */
record Sheet(
        String agency,
        String title,
        List<Fact> facts,
        List<SheetRow> rows,
        String sum,
        String printed) {

    /** More are printed by region: as many people as three halls hold. */
    static final int ROWS_AT_MOST = 10_000;

    private static final int ROWS_FOR_GUESTS = 20;

    record Fact(String name, String value) {}

    /**
     * @param words Indonesian
     * @param nip how a NIP is shown to who asks
     * @throws Problem 409 {@code sheet-too-long}
     */
    static Sheet of(
            EventView event,
            SheetContent content,
            List<SheetLine> lines,
            UnaryOperator<@Nullable String> nip,
            Instant now,
            Words words) {
        Rows rows = new Rows(event, nip, words);
        for (int i = 0; i < lines.size(); i++) {
            rows.add(lines.get(i));
            boolean isLastOfUnit =
                    i + 1 == lines.size()
                            || !lines.get(i + 1).unitKey().equals(lines.get(i).unitKey());
            if (isLastOfUnit && content == SheetContent.REGISTERED) {
                rows.addFreeSeats(lines.get(i));
            }
        }
        String sum =
                content == SheetContent.ATTENDED
                        ? "Jumlah yang hadir: %s orang dari %s kantor"
                                .formatted(words.number(rows.all.size()), words.number(rows.units))
                        : "";
        if (content == SheetContent.REGISTERED) {
            rows.addGuests();
        }
        return new Sheet(
                event.agency(),
                event.title(),
                facts(event, words),
                rows.all,
                sum,
                words.dateTime(now, event.zone()));
    }

    private static List<Fact> facts(EventView event, Words words) {
        Event what = event.event();
        Instant start = what.startsAt();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Acara", event.title() + (event.isCancelled() ? " (DIBATALKAN)" : "")));
        if (start == null || !isOfADay(event)) {
            facts.add(new Fact("Hari/tanggal", event.when(words)));
        } else {
            facts.add(new Fact("Hari/tanggal", words.date(start, event.zone())));
            String time = words.timeRange(start, what.endsAt(), event.zone());
            facts.add(new Fact("Waktu", time.replaceFirst("^pukul ", "")));
        }
        facts.add(new Fact("Tempat", event.where(words)));
        return facts;
    }

    private static boolean isOfADay(EventView event) {
        Instant end = event.event().endsAt();
        return end == null || LocalDate.ofInstant(end, event.zone()).equals(event.day());
    }

    /** Numbers the rows as they come. */
    private static final class Rows {

        private final List<SheetRow> all = new ArrayList<>();
        private final EventView event;
        private final UnaryOperator<@Nullable String> nip;
        private final Words words;
        private String unit = "";
        private int units;
        private int ofUnit;

        Rows(EventView event, UnaryOperator<@Nullable String> nip, Words words) {
            this.event = event;
            this.nip = nip;
            this.words = words;
        }

        void add(SheetLine line) {
            if (!line.unitKey().equals(unit)) {
                unit = line.unitKey();
                units++;
                ofUnit = 0;
            }
            if (line.name() != null) {
                ofUnit++;
                add(
                        line.unitName(),
                        line.name(),
                        Objects.requireNonNullElse(nip.apply(line.nip()), ""),
                        Objects.requireNonNullElse(line.position(), ""),
                        time(line.checkedInAt()),
                        line.remark());
            }
        }

        void addFreeSeats(SheetLine line) {
            for (; ofUnit < line.seats(); ofUnit++) {
                add(line.unitName(), "", "", "", "", "");
            }
        }

        void addGuests() {
            for (int i = 0; i < ROWS_FOR_GUESTS; i++) {
                add("", "", "", "", "", "tamu");
            }
        }

        private void add(
                String office,
                String name,
                String number,
                String position,
                String signature,
                String remark) {
            if (all.size() == ROWS_AT_MOST) {
                throw Problem.conflict("sheet-too-long", ROWS_AT_MOST);
            }
            all.add(
                    new SheetRow(
                            all.size() + 1, office, name, number, position, signature, remark));
        }

        /** With its day where that is not the day of the event. */
        private String time(@Nullable Instant at) {
            if (at == null) {
                return "";
            }
            LocalDate day = LocalDate.ofInstant(at, event.zone());
            String time = words.time(at, event.zone());
            return day.equals(event.day()) ? time : words.shortDate(day) + " " + time;
        }
    }
}
