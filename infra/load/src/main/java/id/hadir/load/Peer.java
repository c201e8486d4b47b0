package id.hadir.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The textbook peer (infra/load/peer) on the same PostgreSQL, behind a second gateway that is
 * started as the first one was, but for the address of the service.
 */
final class Peer implements AutoCloseable {

    private static final String DATABASE = "load_peer";
    private static final int PORT = 28090;
    private static final int GATEWAY_PORT = 28091;
    private static final int GATEWAY_MANAGEMENT_PORT = 28092;
    private static final Duration START = Duration.ofMinutes(2);

    private final Process peer;
    private final Process gateway;

    private Peer(Process peer, Process gateway) {
        this.peer = peer;
        this.gateway = gateway;
    }

    static Peer start(Path jar, Pgbench.Database server, Processes run, Path folder)
            throws IOException, SQLException, InterruptedException {
        try (Connection connection = server.open();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder peer =
                new ProcessBuilder(java, "-XX:+UseSerialGC", "-Xmx256m", "-jar", jar.toString());
        peer.environment()
                .putAll(
                        Map.of(
                                "SERVER_PORT",
                                "" + PORT,
                                "SPRING_DATASOURCE_URL",
                                "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + DATABASE,
                                "SPRING_DATASOURCE_USERNAME",
                                server.user(),
                                "SPRING_DATASOURCE_PASSWORD",
                                server.password()));
        Processes.Started first = run.started("gateway");
        ProcessBuilder gateway = new ProcessBuilder(first.command());
        gateway.environment().clear();
        gateway.environment().putAll(first.environment());
        gateway.environment()
                .putAll(
                        Map.of(
                                "SERVER_PORT", "" + GATEWAY_PORT,
                                "MANAGEMENT_SERVER_PORT", "" + GATEWAY_MANAGEMENT_PORT,
                                "HADIR_SERVICES_ATTENDANCE", "http://127.0.0.1:" + PORT));
        Peer both =
                new Peer(
                        start(peer, folder.resolve("peer.log")),
                        start(gateway, folder.resolve("peer-gateway.log")));
        both.await(PORT);
        both.await(GATEWAY_PORT);
        return both;
    }

    private static Process start(ProcessBuilder command, Path log) throws IOException {
        return command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    InetSocketAddress behindGateway() {
        return new InetSocketAddress("127.0.0.1", GATEWAY_PORT);
    }

    void prepare(List<String> events, List<String> offices)
            throws IOException, InterruptedException {
        String body =
                new JsonMapper()
                        .writeValueAsString(
                                Map.of("events", events, "units", offices, "capacity", 1_000_000));
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create("http://127.0.0.1:" + PORT + "/setup"))
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 204) {
            throw new IllegalStateException("peer: " + answer.statusCode() + " " + answer.body());
        }
    }

    private void await(int port) throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("nothing answers on port " + port);
    }

    @Override
    public void close() {
        peer.destroy();
        gateway.destroy();
    }
}
