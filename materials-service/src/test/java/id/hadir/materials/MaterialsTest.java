package id.hadir.materials;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.kit.feed.FeedEntry;
import id.hadir.kit.test.PostgresForTests;
import id.hadir.kit.test.TestTokens;
import id.hadir.materials.eventcopy.EventFeed;
import id.hadir.materials.ticket.RegistrationFeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real PostgreSQL and a directory of its own, spoken to over HTTP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PostgresForTests.class)
public abstract class MaterialsTest {

    protected static final String AGENCY = "0198c7b0-0000-7000-8000-00000000a6e1";
    protected static final String OTHER_AGENCY = "0198c7b0-0000-7000-8000-00000000a6e2";
    protected static final int MAX_SIZE = 2 * 1024 * 1024;
    protected static final byte[] PDF = "%PDF-1.7\nsurat edaran\n".getBytes(StandardCharsets.UTF_8);

    protected static final Path DIRECTORY = directory();

    @LocalServerPort protected int port;
    @Autowired protected EventFeed eventFeed;
    @Autowired protected RegistrationFeed registrationFeed;

    private final JsonMapper json = JsonMapper.shared();
    protected WebTestClient web = WebTestClient.bindToServer().build();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("hadir.materials.directory", DIRECTORY::toString);
        registry.add("hadir.materials.max-size", () -> MAX_SIZE + "B");
        registry.add("hadir.feeds.events", () -> "http://127.0.0.1:1/feeds/events");
        registry.add("hadir.feeds.registrations", () -> "http://127.0.0.1:1/feeds/registrations");
    }

    @BeforeEach
    void connect() {
        web =
                WebTestClient.bindToServer()
                        .baseUrl("http://127.0.0.1:" + port)
                        .responseTimeout(Duration.ofSeconds(30))
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 * 1024 * 1024))
                        .build();
    }

    // what the other services tell

    protected UUID publishedEvent() {
        return event("published", AGENCY);
    }

    protected UUID event(String status, String agencyId) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        tellEvent(id, 1, status, "Netralitas ASN", agencyId);
        return id;
    }

    protected void tellEvent(UUID id, long version, String status, String title, String agencyId) {
        Map<String, Object> agency = Map.of("id", agencyId, "name", "Bawaslu Kabupaten Pati");
        tell(
                "event.changed",
                Map.of(
                        "id", id,
                        "version", version,
                        "slug", slug(id),
                        "title", title,
                        "status", status,
                        "agency", agency,
                        "date", "2027-08-11",
                        "startsAt", "2027-08-11T09:00:00+07:00",
                        "timeZone", "Asia/Jakarta"));
    }

    protected static String slug(UUID eventId) {
        return "netralitas-asn-" + eventId;
    }

    protected UUID unit(String name, String kind, @Nullable String regionCode) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Map<String, Object> unit = new HashMap<>();
        unit.put("id", id);
        unit.put("name", name);
        unit.put("kind", kind);
        unit.put("regionCode", regionCode);
        unit.put("active", true);
        unit.put("revision", 1);
        tell("units.changed", Map.of("units", List.of(unit)));
        return id;
    }

    protected void invite(UUID eventId, UUID... units) {
        List<Map<String, Object>> invitations = new ArrayList<>();
        for (UUID unit : units) {
            invitations.add(
                    Map.of(
                            "id",
                            UuidCreator.getTimeOrderedEpoch(),
                            "unitId",
                            unit,
                            "seats",
                            1,
                            "inPerson",
                            false,
                            "revision",
                            1,
                            "withdrawn",
                            false));
        }
        tell("invitations.changed", Map.of("eventId", eventId, "invitations", invitations));
    }

    /**
     * A registration with that ticket; the second and later calls with a higher version change it.
     */
    protected UUID ticket(UUID eventId, String code, UUID unit, String status, boolean attended) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        tellTicket(eventId, id, code, unit, status, attended, 1);
        return id;
    }

    protected void tellTicket(
            UUID eventId,
            UUID registrationId,
            String code,
            UUID unit,
            String status,
            boolean attended,
            long version) {
        Map<String, Object> registration =
                Map.of(
                        "id", registrationId,
                        "unitId", unit,
                        "unitName", "Kecamatan Baros",
                        "ticketHash", sha256(code.getBytes(StandardCharsets.US_ASCII)),
                        "status", status,
                        "attended", attended,
                        "version", version);
        FeedEntry entry =
                new FeedEntry(
                        "registrations.changed",
                        eventId.toString(),
                        tree(Map.of("eventId", eventId, "registrations", List.of(registration))));
        registrationFeed.apply(List.of(entry)).block();
    }

    protected void tellErased(UUID eventId, UUID registrationId, long version) {
        Map<String, Object> registration = Map.of("id", registrationId, "version", version);
        FeedEntry entry =
                new FeedEntry(
                        "registrations.erased",
                        eventId.toString(),
                        tree(Map.of("eventId", eventId, "registrations", List.of(registration))));
        registrationFeed.apply(List.of(entry)).block();
    }

    protected void tell(String type, Object data) {
        eventFeed.apply(List.of(new FeedEntry(type, "subject", tree(data)))).block();
    }

    private JsonNode tree(Object data) {
        return json.readTree(json.writeValueAsString(data));
    }

    // what callers do

    protected WebTestClient as(String token) {
        return web.mutate().defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token).build();
    }

    protected WebTestClient asOrganiser() {
        return as(TestTokens.organiser(AGENCY));
    }

    protected WebTestClient asAnyone() {
        return as(TestTokens.anyone());
    }

    protected WebTestClient asTicket(String code) {
        return asAnyone().mutate().defaultHeader("X-Ticket", code).build();
    }

    protected static MultipartBodyBuilder form(byte[] content, String fileName, String audience) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(content))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "form-data; name=\"file\"; filename=\"" + fileName + "\"");
        form.part("title", "Surat edaran netralitas");
        form.part("kind", "circular");
        form.part("audience", audience);
        return form;
    }

    protected WebTestClient.ResponseSpec upload(
            WebTestClient client, UUID eventId, MultipartBodyBuilder form) {
        return client.post()
                .uri("/api/events/{id}/materials", eventId)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(form.build())
                .exchange();
    }

    /** Uploads as the event's organiser, and returns the material's id. */
    protected String material(UUID eventId, byte[] content, String fileName, String audience) {
        return material(eventId, form(content, fileName, audience));
    }

    protected String material(UUID eventId, MultipartBodyBuilder form) {
        Map<?, ?> answer =
                upload(asOrganiser(), eventId, form)
                        .expectStatus()
                        .isCreated()
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(answer == null ? null : answer.get("id"));
    }

    protected WebTestClient.ResponseSpec content(WebTestClient client, String materialId) {
        return client.get().uri("/api/materials/{id}/content", materialId).exchange();
    }

    protected static String page(WebTestClient client, String path) {
        String html =
                client.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return html == null ? "" : html;
    }

    protected static StatusAssertions status(WebTestClient client, String path) {
        return client.get().uri(path).exchange().expectStatus();
    }

    // what is on the disk

    /** All files below the directory, relative to it. */
    protected static List<String> files() {
        try (var files = Files.walk(DIRECTORY)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> DIRECTORY.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    protected static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("materials");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
