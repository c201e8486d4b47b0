package id.hadir.events.query;

/** For a transaction that writes tens of thousands of rows. */
public final class ManyRows {

    /**
     * The keys of each row are checked by plans that have to be kept, not made anew for each, as
     * this service's setting for lists would have it: that more than doubles the time. And there is
     * more time than for one row.
     */
    public static final String SETTINGS =
            """
            select set_config('plan_cache_mode', 'auto', true), set_config('statement_timeout', '60s', true)
            """;

    private ManyRows() {}
}
