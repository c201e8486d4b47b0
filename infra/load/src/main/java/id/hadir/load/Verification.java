package id.hadir.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Looks in the database whether what was answered is so. */
final class Verification {

    private final Database attendance;

    Verification(Database attendance) {
        this.attendance = attendance;
    }

    /**
     * @param rows registrations of the events
     * @param people different people among them, by NIP
     * @param counted what the events' rows of seats say
     */
    record Found(long rows, long people, long counted) {

        /** Every answer has its row; a request that had no answer may have one too. */
        boolean agreesWith(long answered, long unanswered) {
            return rows >= answered
                    && rows <= answered + unanswered
                    && people == rows
                    && counted == rows;
        }
    }

    Found look(List<String> events) throws SQLException {
        try (Connection connection = attendance.open();
                PreparedStatement query =
                        connection.prepareStatement(
                                """
                                select count(*), count(distinct nip),
                                    (select sum(confirmed) from event_seats where event_id = any(?))
                                from registration where event_id = any(?) and status = 'confirmed'
                                """)) {
            UUID[] ids = events.stream().map(UUID::fromString).toArray(UUID[]::new);
            query.setArray(1, connection.createArrayOf("uuid", ids));
            query.setArray(2, connection.createArrayOf("uuid", ids));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Found(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        }
    }
}
