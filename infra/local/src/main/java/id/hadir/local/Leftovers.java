package id.hadir.local;

/** What an earlier run has left when it was killed together with its guard. */
record Leftovers(Settings settings) {

    /**
     * Ends the rest of a run and of the rehearsal behind it, which may even go on without the run.
     *
     * @return the number of processes that it was, but for PostgreSQL
     */
    static long endAll(Settings settings) {
        Settings rehearsal = settings.rehearsal();
        RunLock.holder(rehearsal).ifPresent(left -> PidFile.end(left, PidFile.TIME_TO_STOP));
        return new Leftovers(settings).end() + new Leftovers(rehearsal).end();
    }

    /** Ends all of it; the number of services that it was. */
    long end() {
        long ended =
                Service.modules().stream()
                        .map(module -> PidFile.of(settings, module))
                        .filter(this::endIfAlive)
                        .count();
        LocalPostgres.of(settings, new Secrets(settings.data())).stop();
        return ended;
    }

    /** One that is trained would write its cache for minutes when it is only asked to end. */
    private boolean endIfAlive(PidFile service) {
        return settings.isRehearsal() ? service.killIfAlive() : service.endIfAlive();
    }
}
