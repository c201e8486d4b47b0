package id.hadir.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Writes registrations into the service's database as the service would, but all at once. */
record Filling(Database attendance) {

    /**
     * People of other NIPs than {@link Applicants} has, from the given offices by turns, and the
     * seats that they take; the event's copy gets room for as many again.
     */
    void fill(String event, int people, List<String> offices) throws SQLException {
        try (Connection connection = attendance.open()) {
            connection.setAutoCommit(false);
            UUID id = UUID.fromString(event);
            try (PreparedStatement rows =
                    connection.prepareStatement(
                            """
                            insert into registration (event_id, registration_id, status, unit_id, unit_key, unit_name,
                                unit_kind, unit_region_code, name, bare_name, nip, position, phone, representing, source,
                                code, first_status, registered_at)
                            select ?, uuidv7(), 'confirmed', u.unit_id, u.unit_id::text, u.name, u.kind, u.region_code,
                                'Peserta Isi ' || n || ', S.H.', 'peserta isi ' || n,
                                to_char(date '1960-01-01' + n / 1000, 'YYYYMMDD') || '2009011' || lpad(n % 1000 || '', 3, '0'),
                                'Staf', '+6281234567890', false, 'web',
                                translate(upper(substr(md5(n || 'kode'), 1, 12)), 'ILOU', '0123'), 'confirmed', now()
                            from generate_series(0, ? - 1) n
                            join (select row_number() over (order by unit_id) - 1 as turn, unit.* from unit
                                  where unit_id = any (?)) u on u.turn = n % ?
                            """)) {
                UUID[] units = offices.stream().map(UUID::fromString).toArray(UUID[]::new);
                rows.setObject(1, id);
                rows.setInt(2, people);
                rows.setArray(3, connection.createArrayOf("uuid", units));
                rows.setInt(4, units.length);
                rows.executeUpdate();
            }
            update(
                    connection,
                    "update event_seats set confirmed = ? where event_id = ?",
                    people,
                    id);
            update(
                    connection,
                    "update event set capacity = ? where event_id = ?",
                    2 * people + 1_000_000,
                    id);
            connection.commit();
        }
    }

    private static void update(Connection connection, String sql, int number, UUID event)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, number);
            statement.setObject(2, event);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("no row of " + event + " for: " + sql);
            }
        }
    }

    /** While statistics are not kept, the planner takes the table for what it was before. */
    void keepStatistics(boolean isKept) throws SQLException {
        attendance.execute("alter table registration set (autovacuum_enabled = " + isKept + ")");
    }

    void renewStatistics() throws SQLException {
        attendance.execute("analyze registration");
    }

    /** Lets the database write out what was filled in, so that no measure pays for it. */
    void settle() throws SQLException {
        attendance.execute("checkpoint");
    }
}
