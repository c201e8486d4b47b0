package id.hadir.events.organise;

import id.hadir.events.agency.Agency;
import id.hadir.events.event.TimeZones;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.FieldErrors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What stands in the fields of a form, in the words of a page.
 *
 * @param regions names by code
 * @param agencies those that may be chosen
 */
record FormTexts(Words words, Map<String, String> regions, List<Agency> agencies) {

    String of(EventForm form, String field) {
        String typed = form.text(field);
        String text =
                switch (field) {
                    case "agenda" -> agenda(form);
                    case "registration.waitlist" ->
                            words.get(typed.isEmpty() ? "organise.merge.no" : "organise.merge.yes");
                    default ->
                            field.startsWith("agenda[")
                                    ? row(form, field + ".")
                                    : typed.isEmpty() ? "" : named(field, typed);
                };
        return text.isEmpty() ? words.get("organise.merge.blank") : text;
    }

    private String named(String field, String typed) {
        return switch (field) {
            case EventPlace.FIELD -> words.get("organise.place." + typed);
            case "type" -> words.get("event.type." + typed);
            case "registration.mode" -> words.get("event.mode." + typed);
            case "date", "endDate" -> day(field, typed);
            case "timeZone" -> zone(typed);
            case EventForm.REGION -> regions.getOrDefault(typed, typed);
            case "agencyId" -> agency(typed);
            default -> typed;
        };
    }

    private String day(String field, String typed) {
        LocalDate day = TypedTime.day(field, typed, new FieldErrors());
        return day == null ? typed : words.date(day);
    }

    private String zone(String typed) {
        return TimeZones.ALL.stream()
                .filter(zone -> zone.getId().equals(typed))
                .map(words::zone)
                .findFirst()
                .orElse(typed);
    }

    private String agency(String typed) {
        return agencies.stream()
                .filter(agency -> agency.id().toString().equals(typed))
                .map(Agency::name)
                .findFirst()
                .orElse(typed);
    }

    private String agenda(EventForm form) {
        return IntStream.range(0, TypedRows.speakers(form.values()).size())
                .mapToObj(row -> row(form, "agenda[" + row + "]."))
                .collect(Collectors.joining("\n"));
    }

    /** "09:00–10:00 Pembukaan · Jumani". */
    private static String row(EventForm form, String item) {
        String times = joined("–", form.text(item + "startsAt"), form.text(item + "endsAt"));
        String first = joined(" ", form.text(item + "date"), times, form.text(item + "title"));
        Stream<String> speakers =
                IntStream.iterate(0, i -> i + 1)
                        .mapToObj(i -> item + "speakers[" + i + "].")
                        .takeWhile(who -> form.values().containsKey(who + "name"))
                        .map(
                                who ->
                                        joined(
                                                ", ",
                                                form.text(who + "name"),
                                                form.text(who + "position")));
        return Stream.concat(Stream.of(first), speakers)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String joined(String by, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(by));
    }
}
