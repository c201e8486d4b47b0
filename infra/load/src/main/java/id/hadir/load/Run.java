package id.hadir.load;

import id.hadir.load.http.Crowd;
import id.hadir.load.http.Load;
import id.hadir.load.http.Pace;
import id.hadir.load.http.Tally;
import id.hadir.load.http.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The running system, and what all scenarios do with it. */
record Run(Options options, Processes processes, Site site, Applicants applicants, Ledger ledger) {

    static final int CREATED = 201;
    static final int INVALID = 422;

    static Run of(Options options) throws IOException {
        Site site = new Site(options.url(), options.secret("admin-password"));
        return new Run(
                options,
                new Processes(options.data()),
                site,
                new Applicants(site.offices(200)),
                new Ledger());
    }

    Target gateway() {
        return options.gateway();
    }

    /** The load of so many connections that ask without a pause, for the usual time. */
    Load full() {
        return new Load(options.connections(), new Pace.Eager(), seconds(options.seconds()));
    }

    /** Load on an event that nothing else is measured on. */
    void warmUp() {
        System.out.println("warming up");
        Load warm = full().lasting(seconds(options.warmUp()));
        register(gateway(), site.openEvents(1), warm);
    }

    static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    /**
     * @param cpuSeconds processor time that each part of the run took
     */
    record Loaded(Tally tally, Map<String, Double> cpuSeconds) {

        Measured as(String what) {
            return new Measured(
                    what,
                    tally.perSecond(),
                    tally.millis(50),
                    tally.millis(99),
                    tally.others(),
                    cpuMicros());
        }

        /** For each success. */
        private Map<String, Double> cpuMicros() {
            Map<String, Double> micros = new LinkedHashMap<>(cpuSeconds);
            micros.replaceAll((_, seconds) -> seconds * 1e6 / Math.max(1, tally.answered()));
            return micros;
        }
    }

    /** Registrations for events of the run, which the ledger keeps. */
    Loaded register(Target target, List<String> events, Load load) {
        Loaded loaded = measure(target, load, applicants.registering(target, events), CREATED);
        ledger.add(events, loaded.tally());
        return loaded;
    }

    /** Requests on the way of a registration that never reach the database. */
    Loaded refuse(Target target, List<String> events, Load load) {
        return measure(target, load, applicants.refused(target, events), INVALID);
    }

    Loaded measure(Target target, Load load, Supplier<byte[]> requests, int wanted) {
        Map<String, Double> before = processes.cpuSeconds();
        Tally tally = Crowd.run(target.server(), load, requests, wanted);
        Map<String, Double> taken = new LinkedHashMap<>(processes.cpuSeconds());
        taken.replaceAll((part, seconds) -> seconds - before.getOrDefault(part, 0.0));
        return new Loaded(tally, taken);
    }
}
