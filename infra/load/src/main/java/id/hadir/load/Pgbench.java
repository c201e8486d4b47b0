package id.hadir.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own benchmark doing what a registration does at the least, one transaction each:
 * count a seat of an event and write a row.
 */
final class Pgbench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private static final String SCRIPT =
            """
            \\set event random(1, :events)
            begin;
            update bench_seats set confirmed = confirmed + 1 where event_id = :event;
            insert into bench_registration (event_id, name, nip, unit_key, code, phone, registered_at)
            values (:event, 'Peserta Uji ' || :client_id, '197805122003122001', 'unit', md5(random()::text), '+6281234567890', now());
            commit;
            """;

    private final Database database;
    private final Path script;

    Pgbench(Database database, Path folder) throws IOException {
        this.database = database;
        this.script = Files.writeString(folder.resolve("registration.pgbench"), SCRIPT);
    }

    void prepare(int events) throws SQLException {
        database.execute(
                """
                drop table if exists bench_seats, bench_registration;
                create table bench_seats (event_id int primary key, confirmed int not null) with (fillfactor = 20);
                create table bench_registration (
                    event_id int, id uuid default uuidv7(), name text, nip text, unit_key text, code text, phone text,
                    registered_at timestamptz, primary key (event_id, id));
                create index on bench_registration (event_id, unit_key);
                create index on bench_registration (code);
                insert into bench_seats select n, 0 from generate_series(1, %d) n
                """
                        .formatted(events));
    }

    double transactionsPerSecond(int events, int clients, Duration duration)
            throws IOException, InterruptedException {
        ProcessBuilder command =
                new ProcessBuilder(
                        List.of(
                                "pgbench",
                                "-n",
                                "-M",
                                "prepared",
                                "-h",
                                "127.0.0.1",
                                "-p",
                                "" + database.port(),
                                "-U",
                                database.user(),
                                "-c",
                                "" + clients,
                                "-j",
                                "2",
                                "-T",
                                "" + duration.toSeconds(),
                                "-D",
                                "events=" + events,
                                "-f",
                                script.toString(),
                                database.name()));
        command.environment().putAll(Map.of("PGPASSWORD", database.password()));
        Process run = command.redirectErrorStream(true).start();
        String output = new String(run.getInputStream().readAllBytes());
        Matcher tps = TPS.matcher(output);
        if (run.waitFor() != 0 || !tps.find()) {
            throw new IOException("pgbench: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }
}
