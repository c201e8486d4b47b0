package id.hadir.local.demo;

import id.hadir.local.Progress;
import id.hadir.local.Secrets;
import id.hadir.local.api.Api;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * Loads the demo: five real events, a copy of each in the coming weeks, accounts of every role.
 * Loading it again adds nothing.
 */
public final class Demo {

    private static final Map<String, String> PLACES =
            Map.of(
                    "jateng-2023", "jateng",
                    "pati-2024", "pati",
                    "rakornas-2024", "bawaslu",
                    "serang-2024", "serang",
                    "kediri-2023", "kediri");

    private final Api anyone;
    private final Secrets secrets;
    private final Progress progress;
    private final Clock clock;

    public Demo(Api anyone, Secrets secrets, Progress progress, Clock clock) {
        this.anyone = anyone;
        this.secrets = secrets;
        this.progress = progress;
        this.clock = clock;
    }

    public void load(String adminPassword) {
        long since = System.nanoTime();
        Api admin = anyone.signIn("admin", adminPassword);
        Offices offices = new Offices(admin);
        offices.importAll();
        progress.done("demo", "offices", since);
        Accounts accounts = new Accounts(admin, secrets);
        Map<String, String> agencies = agencies(admin);
        List<RealEvent> events = RealEvent.all();
        for (int i = 0; i < events.size(); i++) {
            RealEvent event = events.get(i);
            String agency = Objects.requireNonNull(agencies.get(event.organiser().name()));
            load(event, i, agency, accounts, offices);
        }
        accounts.official("nasional", "Pejabat pusat", null);
        accounts.official("jateng", "Pejabat Provinsi Jawa Tengah", "33");
        accounts.official("serang", "Pejabat Kabupaten Serang", "36.04");
        progress.say("\n  demo accounts (sign in at " + anyone.url() + "/masuk):");
        progress.say("    %-20s %-10s %s".formatted("username", "role", "password"));
        for (Accounts.Account account : accounts.all()) {
            progress.say(
                    "    %-20s %-10s %s"
                            .formatted(account.username(), account.role(), account.password()));
        }
        secrets.find(Attendance.TICKET)
                .ifPresent(
                        ticket ->
                                progress.say(
                                        "\n  a ticket to try at the desk: "
                                                + URI.create(anyone.url()).resolve(ticket)));
    }

    private void load(
            RealEvent event, int number, String agency, Accounts accounts, Offices offices) {
        long since = System.nanoTime();
        String place = Objects.requireNonNull(PLACES.get(event.key()));
        String name = event.organiser().name();
        Accounts.Account account = accounts.organiser(place, name, agency);
        accounts.desk(place, name, agency);
        Api organiser = anyone.signIn(account.username(), account.password());
        Scheduling scheduling = new Scheduling(organiser, offices);
        LocalDate today = LocalDate.now(clock.withZone(event.timeZone()));
        for (Occasion occasion :
                List.of(
                        new Occasion(event, null),
                        new Occasion(event, today.plusDays(6 + 4L * number)))) {
            String id = scheduling.schedule(occasion, agency);
            Materials.attach(organiser, occasion, id);
            new Attendance(organiser, anyone, secrets).load(occasion, id);
        }
        progress.done("demo", event.key() + ": the event and its upcoming copy", since);
    }

    private static Map<String, String> agencies(Api admin) {
        Map<String, String> ids = new HashMap<>();
        for (JsonNode agency : admin.list("/api/agencies")) {
            ids.put(agency.path("name").asString(), agency.path("id").asString());
        }
        for (RealEvent event : RealEvent.all()) {
            RealEvent.Organiser organiser = event.organiser();
            ids.computeIfAbsent(
                    organiser.name(),
                    name -> {
                        Map<String, Object> request = new HashMap<>();
                        request.put("name", name);
                        request.put("kind", organiser.kind());
                        request.put("regionCode", organiser.regionCode());
                        return admin.post("/api/agencies", request).orFail().path("id").asString();
                    });
        }
        return ids;
    }
}
