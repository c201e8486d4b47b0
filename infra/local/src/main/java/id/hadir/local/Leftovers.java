package id.hadir.local;

/** What an earlier run has left when it was killed together with its guard. */
record Leftovers(Settings settings) {

    /** Ends all of it; the number of services that it was. */
    long end() {
        long ended =
                Service.modules().stream()
                        .filter(module -> PidFile.of(settings, module).endIfAlive())
                        .count();
        LocalPostgres.of(settings, new Secrets(settings.data())).stop();
        return ended;
    }
}
