package id.hadir.load.peer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Puts in what a run needs; what is there already stays as it is. */
@RestController
class SetupApi {

    /**
     * @param capacity of each event; null for no limit
     */
    record Setup(List<UUID> events, List<UUID> units, @Nullable Integer capacity) {}

    private final JdbcTemplate jdbc;

    SetupApi(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @PostMapping("/setup")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void setUp(@RequestBody Setup setup) {
        jdbc.batchUpdate(
                """
                insert into event (event_id, slug, title, venue_name, venue_address, venue_region_code, starts_at, ends_at,
                    time_zone, capacity)
                values (?, ?, 'Rapat Koordinasi Nasional', 'Hotel New Merdeka', 'Jalan Pemuda 1, Pati', '33.18',
                    now() + interval '10 days', now() + interval '10 days 3 hours', 'Asia/Jakarta', ?)
                on conflict (event_id) do nothing
                """,
                setup.events().stream()
                        .map(id -> new @Nullable Object[] {id, "rakornas-" + id, setup.capacity()})
                        .toList());
        jdbc.batchUpdate(
                """
                insert into unit (unit_id, name, kind, region_code)
                values (?, 'Kecamatan ' || left(?, 8), 'kecamatan', '36.04.06') on conflict (unit_id) do nothing
                """,
                setup.units().stream().map(id -> new Object[] {id, id.toString()}).toList());
    }
}
