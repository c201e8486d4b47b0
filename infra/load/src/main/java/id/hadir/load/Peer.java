package id.hadir.load;

import id.hadir.load.http.Answer;
import id.hadir.load.http.Connection;
import id.hadir.load.http.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The textbook peer (infra/load/peer) on the same PostgreSQL. */
record Peer(int port, Child process) implements AutoCloseable {

    private static final String DATABASE = "load_peer";

    static Peer start(Path jar, int port, Database server, Path folder)
            throws IOException, SQLException, InterruptedException {
        server.execute("drop database if exists " + DATABASE, "create database " + DATABASE);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder command =
                new ProcessBuilder(java, "-XX:+UseSerialGC", "-Xmx256m", "-jar", jar.toString());
        Map<String, String> environment = command.environment();
        environment.put("SERVER_PORT", "" + port);
        environment.put(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + DATABASE);
        environment.put("SPRING_DATASOURCE_USERNAME", server.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", server.password());
        Peer peer = new Peer(port, Child.start(command, folder.resolve("peer.log")));
        peer.process.awaitPort(port);
        return peer;
    }

    void prepare(List<String> events, List<String> offices) throws IOException {
        String body =
                new JsonMapper()
                        .writeValueAsString(
                                Map.of("events", events, "units", offices, "capacity", 1_000_000));
        Target target = Target.of(port, "");
        try (Connection connection = new Connection(target.server())) {
            Answer answer = connection.exchange(target.post("/setup", "application/json", body));
            if (answer.status() != 204) {
                throw new IllegalStateException("peer: " + answer.head() + answer.text());
            }
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
