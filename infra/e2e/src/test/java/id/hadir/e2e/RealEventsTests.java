package id.hadir.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The five real events, each typed by somebody who has the news report and no more: published with
 * roster, letter and links, then moved by a week, which has to reach everybody.
 */
class RealEventsTests {

    /** Of the five minutes that an organiser has, the pages may take this much. */
    private static final Duration PAGES_AT_MOST = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final StringBuilder TOLD = new StringBuilder();

    static List<RealEvent> reports() {
        return RealEvent.all();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isPlannedFromTheReportInMinutesAndItsMoveReachesEverybody(RealEvent event) {
        JsonNode who = event.organiser();
        Rakor.Agency agency =
                Rakor.Agency.make(
                        who.path("name").asString(),
                        who.path("kind").asString(),
                        RealEvent.textOrNull(who, "regionCode"),
                        "Ibu");
        Api organiser = agency.asOrganiser();
        event.audience().forEach(line -> registerOffices(organiser, line));
        try (Visitor visitor = Visitor.onLaptop()) {
            visitor.signIn(agency.organiser(), agency.password());
            TypingOrganiser typing = new TypingOrganiser(visitor, event);
            long began = System.nanoTime();
            String slug = typing.plans();
            typing.invites();
            typing.publishes();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            TOLD.append(
                    "%s: %d fields filled, %d buttons pressed, the pages took %.1f s%n"
                            .formatted(
                                    event,
                                    typing.fields(),
                                    typing.presses(),
                                    took.toMillis() / 1e3));
            visitor.looksRight("real-event-" + event);
            assertThat(took).as("time that the pages take").isLessThan(PAGES_AT_MOST);

            JsonNode stored = organiser.get("/api/events/" + slug).expect(200);
            saysWhatTheReportSays(stored, event);
            hasTheWholeRoster(organiser, stored, event);
            hasALetterWithItsLinks(organiser, stored);
            typing.hasTextsToShare(slug);
            String ticket = register(organiser, stored);

            LocalDate day = event.day().plusWeeks(1);
            typing.moves(RealEvent.printed(day), "Gedung dipakai untuk pelantikan");
            isMovedForEverybody(organiser, stored, day);
            officesAreTold(organiser, stored, event);
            ticketSaysSo(visitor, ticket, day);
        }
    }

    @AfterAll
    static void tell() {
        System.out.print(TOLD);
    }

    /** The reports say how many OPD came, not which: the region's list has at least that many. */
    private static void registerOffices(Api organiser, RealEvent.Line line) {
        if (line.kind().equals("opd")) {
            String csv =
                    IntStream.rangeClosed(1, line.units())
                            .mapToObj(
                                    i ->
                                            "Dinas Contoh Ke-%d,opd,%s,dinas-%1$d@example.go.id"
                                                    .formatted(i, line.regionCode()))
                            .collect(
                                    Collectors.joining("\n", "name,kind,regionCode,email\n", "\n"));
            organiser.postCsv("/api/units/import", csv).expect(200);
        }
    }

    private static void saysWhatTheReportSays(JsonNode stored, RealEvent event) {
        assertThat(stored.path("status").asString()).isEqualTo("published");
        for (String field : List.of("type", "title", "theme")) {
            assertThat(stored.path(field).asString()).as(field).isEqualTo(event.text(field));
        }
        for (String field : List.of("name", "address", "regionCode")) {
            assertThat(stored.path("venue").path(field).asString(""))
                    .as(field)
                    .isEqualTo(event.venue(field));
        }
        assertThat(stored.path("date").asString()).isEqualTo(event.day().toString());
        assertThat(stored.path("agenda").path(0).path("speakers").valueStream())
                .extracting(speaker -> speaker.path("name").asString())
                .containsExactlyElementsOf(
                        event.speakers().stream().map(RealEvent.Speaker::name).toList());
    }

    private static void hasTheWholeRoster(Api organiser, JsonNode stored, RealEvent event) {
        long units = event.audience().stream().mapToLong(line -> unitsOf(organiser, line)).sum();
        long seats =
                event.audience().stream()
                        .mapToLong(line -> unitsOf(organiser, line) * line.seats())
                        .sum();
        if (event.toString().equals("rakornas-2024")) {
            assertThat(seats)
                    .as("38 provinces and 508 with an elected head, two each")
                    .isEqualTo(1_092);
        }
        RunningSystem.await(
                "the roster in attendance",
                PATIENCE,
                () -> {
                    JsonNode totals = totals(organiser, stored);
                    return totals.path("invitedUnits").asLong() == units
                            && totals.path("invitedSeats").asLong() == seats;
                });
    }

    /** Those that the registry has: the reported number, but for what other tests have added. */
    private static long unitsOf(Api anyone, RealEvent.Line line) {
        long units = 0;
        String cursor = "";
        do {
            String region = line.regionCode() == null ? "" : "&regionCode=" + line.regionCode();
            JsonNode page =
                    anyone.get("/api/units?limit=200&kind=" + line.kind() + region + cursor)
                            .expect(200);
            units += page.path("items").size();
            String next = RealEvent.textOrNull(page, "next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(units).as(line.kind()).isGreaterThanOrEqualTo(line.units());
        return units;
    }

    private static void hasALetterWithItsLinks(Api organiser, JsonNode stored) {
        String path = "/api/events/" + stored.path("id").asString();
        HttpResponse<byte[]> letter = organiser.download(path + "/letter.pdf?paper=f4");
        assertThat(letter.statusCode()).isEqualTo(200);
        assertThat(new String(letter.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        JsonNode invitation = organiser.get(path + "/invitations?limit=1").expect(200);
        String link = invitation.path("items").path(0).path("url").asString();
        assertThat(Api.asAnyone().get(link).status()).isEqualTo(200);
    }

    /** Somebody of the first office; gives the ticket's code. */
    private static String register(Api organiser, JsonNode stored) {
        String id = stored.path("id").asString();
        String unit =
                organiser
                        .get("/api/events/" + id + "/invitations?limit=1")
                        .expect(200)
                        .path("items")
                        .path(0)
                        .path("unit")
                        .path("id")
                        .asString();
        Map<String, String> attendee =
                Map.of(
                        "name", "Siti Rahayu",
                        "position", "Kepala",
                        "email", "siti." + UUID.randomUUID() + "@example.go.id");
        return Api.asAnyone()
                .post(
                        "/api/events/" + id + "/registrations",
                        Map.of("unitId", unit, "attendee", attendee, "noticeAccepted", true))
                .expect(201)
                .path("ticket")
                .path("code")
                .asString();
    }

    private static void isMovedForEverybody(Api organiser, JsonNode before, LocalDate day) {
        String path = "/api/events/" + before.path("id").asString();
        JsonNode moved = organiser.get(path).expect(200);
        assertThat(moved.path("date").asString()).isEqualTo(day.toString());
        assertThat(moved.path("history").path(0).path("date").asString())
                .isEqualTo(before.path("date").asString());
        assertThat(totals(organiser, before).path("registered").asInt()).isEqualTo(1);

        String calendar =
                new String(
                        Api.asAnyone().download(path + "/calendar.ics").body(),
                        StandardCharsets.UTF_8);
        assertThat(calendar)
                .contains("SEQUENCE:1")
                .contains("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day));
        assertThat(
                        new String(
                                organiser.download(path + "/letter.pdf").body(),
                                0,
                                5,
                                StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        RunningSystem.await(
                "the change in the queue of letters",
                PATIENCE,
                () ->
                        organiser
                                        .get(path + "/registrations/messages?kind=changed")
                                        .expect(200)
                                        .path("items")
                                        .size()
                                == 1);
    }

    /** Those with an address; of the move, or of the event as it is now while that still waits. */
    private static void officesAreTold(Api organiser, JsonNode stored, RealEvent event) {
        long withAddress =
                event.audience().stream()
                        .filter(line -> line.kind().equals("opd"))
                        .mapToLong(RealEvent.Line::units)
                        .sum();
        JsonNode told =
                organiser
                        .get("/api/events/" + stored.path("id").asString() + "/messages?limit=200")
                        .expect(200);
        assertThat(
                        told.path("items")
                                .valueStream()
                                .map(message -> message.path("name").asString())
                                .distinct()
                                .count())
                .isGreaterThanOrEqualTo(withAddress);
    }

    private static void ticketSaysSo(Visitor visitor, String ticket, LocalDate day) {
        RunningSystem.await(
                "the new day on the ticket",
                PATIENCE,
                () -> {
                    visitor.open("/tiket/" + ticket);
                    return visitor.page()
                            .locator("main")
                            .innerText()
                            .contains(RealEvent.printed(day));
                });
        assertThat(visitor.page().locator("svg.qr")).isVisible();
    }

    private static JsonNode totals(Api organiser, JsonNode event) {
        return organiser
                .get("/api/events/" + event.path("id").asString() + "/attendance")
                .expect(200)
                .path("totals");
    }
}
