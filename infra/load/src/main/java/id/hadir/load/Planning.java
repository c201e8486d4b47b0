package id.hadir.load;

import id.hadir.load.http.Load;
import id.hadir.load.http.Pace;
import id.hadir.load.http.Tally;
import id.hadir.load.http.Target;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an organiser asks of events-service where 100,000 events are already, each kind of request
 * with one connection and with eight. It is asked without the gateway.
 */
final class Planning implements Scenario, AutoCloseable {

    private static final int EVENTS = 100_000;
    private static final int SECONDS = 3;
    private static final int OK = 200;
    private static final ZoneId TIME_ZONE = ZoneId.of("Asia/Jakarta");
    private static final List<String> REGIONS =
            List.of("11.01", "32.04", "33.18", "35.06", "36.04", "64.72", "73.71", "91.05");
    private static final List<String> WORDS =
            List.of("netralitas", "pemutakhiran", "logistik", "pengawas", "bimbingan");

    private final Run run;
    private final SecondGateway gateway;
    private final Site.Organiser organiser;
    private final JsonMapper json = new JsonMapper();
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private double slowest;

    Planning(Run run) throws IOException, InterruptedException {
        this.run = run;
        Options options = run.options();
        this.gateway =
                SecondGateway.start(
                        options.peerPort() + 1,
                        options.attendancePort(),
                        run.processes(),
                        options.data());
        this.organiser = run.site().organiser();
    }

    @Override
    public Findings play() throws IOException, SQLException {
        FillingEvents filling = new FillingEvents(run.options().database("hadir_events"));
        long began = System.nanoTime();
        filling.fill(EVENTS, run.site().openEvents(1).getFirst());
        System.out.printf("filled in %.0f s%n", (System.nanoTime() - began) / 1e9);
        makeAndCompare();
        list();
        plan();
        return new Findings(
                List.of(new Table("Among 100,000 events, at events-service", rows)),
                Map.of(Aim.PLANNING, slowest));
    }

    private void makeAndCompare() throws IOException {
        measure("make an event", Run.CREATED, to -> post(to, "/api/events", event()));
        measure(
                "its clashes, before it is made",
                OK,
                to -> post(to, "/api/events/clashes", event()));
    }

    private void list() throws IOException {
        get("list, first page", () -> "/api/events");
        get("list, latest first", () -> "/api/events?order=desc");
        get("list, a regency", () -> "/api/events?regionCode=" + region());
        get("list, a province", () -> "/api/events?regionCode=" + region().substring(0, 2));
        get("list, own agency", () -> "/api/events?agencyId=" + organiser.agency());
        get("list, a kind", () -> "/api/events?type=rakornas&from=" + day());
        get("list, drafts", () -> "/api/events?status=draft");
        get("list, to come", () -> "/api/events?status=published");
        get("list, over, latest first", () -> "/api/events?status=completed&order=desc");
        get("list, from a day", () -> "/api/events?from=" + day());
        get("search, a word of a fifth", () -> "/api/events?q=" + oneOf(WORDS));
        get(
                "search, word and regency",
                () -> "/api/events?q=" + oneOf(WORDS) + "&regionCode=" + region());
        get("search, few", () -> "/api/events?q=serang+gelombang+" + random.nextInt(190));
        get("search, nothing", () -> "/api/events?q=tidakadakatainisamasekali");
    }

    private void plan() throws IOException {
        get("calendar, month of a regency", () -> calendar(region()));
        get("calendar, month of a province", () -> calendar(region().substring(0, 2)));
        get("calendar, month of the country", () -> "/api/calendar?month=" + month());
        get("venues by typing", () -> "/api/venues?q=aula+ho&regionCode=" + region());
        get("page of the agenda", () -> "/");
        get("page of the calendar", () -> "/kalender?wilayah=" + region() + "&bulan=" + month());
    }

    /** Writes the path of one more request. */
    private interface Path {
        String next();
    }

    private void get(String what, Path path) throws IOException {
        measure(what, OK, to -> to.get(path.next()));
    }

    private byte[] post(Target to, String path, Map<String, ?> body) {
        return to.post(path, "application/json", json.writeValueAsString(body));
    }

    private void measure(String what, int wanted, Function<Target, byte[]> request)
            throws IOException {
        Target target = gateway.around(run.options().eventsPort(), organiser.token());
        ask(target, 8, wanted, request);
        Tally alone = ask(target, 1, wanted, request);
        Tally together = ask(target, 8, wanted, request);
        slowest = Math.max(slowest, alone.millis(99));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", what);
        row.put("p50 ms", alone.millis(50));
        row.put("p99 ms", alone.millis(99));
        row.put("eight at once, per s", together.perSecond());
        row.put("their p50 ms", together.millis(50));
        row.put("their p99 ms", together.millis(99));
        row.put("failed", alone.others() + together.others());
        rows.add(row);
        System.out.println(row);
    }

    private Tally ask(Target to, int connections, int wanted, Function<Target, byte[]> request) {
        Load load = new Load(connections, new Pace.Eager(), Run.seconds(SECONDS));
        return run.measure(to, load, () -> request.apply(to), wanted).tally();
    }

    private Map<String, ?> event() {
        LocalDate day = LocalDate.now(TIME_ZONE).plusDays(1 + random.nextInt(300));
        return Map.of(
                "type",
                "rakor",
                "title",
                "Rapat Koordinasi Uji " + random.nextInt(1_000_000),
                "agencyId",
                organiser.agency(),
                "venue",
                Map.of("name", "Aula Hotel Merdeka", "regionCode", region()),
                "startsAt",
                day + "T09:00:00+07:00",
                "endsAt",
                day + "T12:00:00+07:00",
                "timeZone",
                "Asia/Jakarta",
                "capacity",
                200);
    }

    private String calendar(String region) {
        return "/api/calendar?month=" + month() + "&regionCode=" + region;
    }

    private YearMonth month() {
        return YearMonth.now(TIME_ZONE).plusMonths(random.nextInt(24) - 12);
    }

    private LocalDate day() {
        return LocalDate.now(TIME_ZONE).plusDays(random.nextInt(600) - 300);
    }

    private String region() {
        return oneOf(REGIONS);
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public void close() {
        gateway.close();
    }
}
