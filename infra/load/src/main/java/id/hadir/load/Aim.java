package id.hadir.load;

/** What is to be reached, as ratios in one run on two cores. */
enum Aim {
    PGBENCH("registrations/s through the gateway ÷ pgbench hot row", 2.0, true),
    NO_OP("registrations/s through the gateway ÷ no-op through the gateway", 0.85, true),
    PEER("registrations/s through the gateway ÷ textbook peer behind such a gateway", 6, true),
    TAIL("p99 at 80 % of peak ÷ p50 of a single quiet request", 10, false),
    MILLIONTH("cost of the 1,000,000th registration of an event ÷ the 1,000th", 1.2, false),
    OVERLOAD("goodput at 10× load ÷ peak", 0.9, true),
    PLANNING("slowest p99 among 100,000 events at events-service, ms", 50, false),
    COLD("mean rate of the first 10 s after a cold start ÷ warm peak", 0.4, true),
    MEMORY("memory of the largest service after the run, MB", 256, false);

    private final String words;
    private final double bound;
    private final boolean isLeast;

    Aim(String words, double bound, boolean isLeast) {
        this.words = words;
        this.bound = bound;
        this.isLeast = isLeast;
    }

    String words() {
        return words;
    }

    boolean isReachedBy(double value) {
        return isLeast ? value >= bound : value <= bound;
    }

    String target() {
        return (isLeast ? "≥ " : "≤ ") + Table.text(bound);
    }
}
