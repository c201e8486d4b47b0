package id.hadir.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.hadir.kit.app.SampleService;
import id.hadir.kit.test.PostgresForTests;
import id.hadir.kit.test.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What is written down stays, and tells who did it: with the two roles of a run. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PostgresForTests.class)
class AuditTests {

    @TempDir private static Path folder;

    private static final Duration LONG = Duration.ofSeconds(10);

    @LocalServerPort int port;
    @Autowired Audit audit;
    @Autowired DatabaseClient database;
    @Autowired ReactiveTransactionManager transactions;
    @Autowired Environment environment;
    PostgresForTests.Database server;
    WebTestClient http;

    @BeforeEach
    void connect() {
        http = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        server = PostgresForTests.of(environment);
        server.execute(
                "set session_replication_role = replica", "truncate audit_entry, audit_seal");
    }

    @Test
    void anEntryIsOfTheTransactionThatDoesIt() {
        TransactionalOperator transaction = TransactionalOperator.create(transactions);
        audit.append(Deed.of("sample.undone", "sample", "1"))
                .then(Mono.error(new IllegalStateException("undone")))
                .as(transaction::transactional)
                .onErrorComplete()
                .block(LONG);
        audit.append(Deed.of("sample.done", "sample", "1"))
                .as(transaction::transactional)
                .block(LONG);
        assertThat(column("action")).containsExactly("sample.done");
    }

    @Test
    void ofTwoStatesItKeepsWhatDiffers() {
        audit.append(
                        Deed.of("sample.done", "sample", "1")
                                .changing(
                                        Map.of("title", "Rakor", "seats", 10),
                                        Map.of("title", "Rakor", "seats", 20)))
                .block(LONG);
        assertThat(column("before::text")).containsExactly("{\"seats\": 10}");
        assertThat(column("after::text")).containsExactly("{\"seats\": 20}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry",
                "drop table audit_entry",
                "alter table audit_entry disable trigger all",
                "create or replace function audit_stays() returns trigger language plpgsql as"
                        + " 'begin return null; end'",
                "set session_replication_role = replica",
                "set role hadir_owner",
                "insert into audit_entry (at, actor, role, action, subject_kind) values (now() -"
                        + " interval '1 day', 'a', 'b', 'c', 'd')",
                "insert into audit_entry (tx, actor, role, action, subject_kind) values ('1', 'a',"
                        + " 'b', 'c', 'd')",
                "insert into audit_entry (id, actor, role, action, subject_kind) overriding system"
                        + " value values (1, 'a', 'b', 'c', 'd')",
                "update audit_seal set entries = 0",
                "delete from audit_seal",
                "truncate audit_seal",
                "update audit_shift set shift = 7",
                "delete from flyway_schema_history",
                "update feed_entry set data = '{}'",
                "delete from feed_entry"
            })
    void theServiceMayNot(String change) {
        audit.append(Deed.of("sample.done", "sample", "1")).block(LONG);
        assertThatThrownBy(() -> database.sql(change).then().block(LONG))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        assertThat(column("actor")).containsExactly("anyone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_seal set entries = 0",
                "delete from audit_seal",
                "truncate audit_seal"
            })
    void theOwnerIsStoppedByATrigger(String change) throws SQLException {
        try (Connection owner =
                        DriverManager.getConnection(
                                server.jdbcUrl(),
                                PostgresForTests.OWNER,
                                PostgresForTests.PASSWORD);
                Statement statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change))
                    .hasMessageContaining("the audit is only added to");
        }
    }

    @Test
    void itTellsWhoDidItAndFromWhere() {
        http.post()
                .uri("/api/deeds")
                .headers(headers -> headers.setBearerAuth(TestTokens.organiser("a")))
                .header("X-Forwarded-For", "203.0.113.7")
                .exchange()
                .expectStatus()
                .isOk();
        get("/api/audit/contoh")
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].actor")
                .isEqualTo("organiser")
                .jsonPath("$.items[0].role")
                .isEqualTo("organiser")
                .jsonPath("$.items[0].address")
                .isEqualTo("203.0.113.7")
                .jsonPath("$.items[0].action")
                .isEqualTo("sample.done")
                .jsonPath("$.items[0].subject.kind")
                .isEqualTo("sample");
    }

    @Test
    void theNewestComeFirstPageByPage() {
        for (String subject : List.of("1", "2", "3")) {
            audit.append(Deed.of("sample.done", "sample", subject)).block(LONG);
        }
        Map<?, ?> first = get("/api/audit/contoh?limit=2", Map.class);
        assertThat(subjects(first)).containsExactly("3", "2");
        Map<?, ?> second = get("/api/audit/contoh?limit=2&cursor=" + first.get("next"), Map.class);
        assertThat(subjects(second)).containsExactly("1");
        assertThat(second.get("next")).isNull();
    }

    @Test
    void itCanBeAskedForAnActionAndItsKindAndAnActor() {
        audit.append(Deed.of("sample.done", "sample", "1")).block(LONG);
        audit.append(Deed.of("other.done", "sample", "2")).block(LONG);
        assertThat(subjects(get("/api/audit/contoh?action=sample.done", Map.class)))
                .containsExactly("1");
        assertThat(subjects(get("/api/audit/contoh?action=other", Map.class))).containsExactly("2");
        assertThat(subjects(get("/api/audit/contoh?actor=somebody", Map.class))).isEmpty();
        assertThat(subjects(get("/api/audit/contoh?from=2000-01-01T00:00:00%2B07:00", Map.class)))
                .hasSize(2);
        assertThat(subjects(get("/api/audit/contoh?to=2000-01-01T00:00:00%2B07:00", Map.class)))
                .isEmpty();
        assertThat(subjects(get("/api/audit/contoh?subject=2", Map.class))).containsExactly("2");
    }

    @Test
    void aWrongQuestionIsToldFieldByField() {
        http.get()
                .uri("/api/audit/contoh?from=gestern&eventId=7")
                .headers(headers -> headers.setBearerAuth(TestTokens.admin()))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString()).contains("from", "eventId"));
    }

    @Test
    void anExportIsHarmlessNamesTheLastSealAndIsItselfInTheAudit() throws IOException {
        http.post()
                .uri("/api/deeds")
                .headers(headers -> headers.setBearerAuth(TestTokens.admin()))
                .exchange()
                .expectStatus()
                .isOk();
        String csv = get("/api/audit/contoh/export?action=sample", String.class);
        assertThat(csv.lines().toList())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(0)).contains("seal,0,0000"))
                .satisfies(lines -> assertThat(lines.get(1)).startsWith("id,at,actor"))
                .satisfies(
                        lines -> assertThat(lines.get(2)).contains(",sample.done,,sample,'=1+1"));
        assertThat(workbook("/api/audit/contoh/export?action=sample&format=xlsx"))
                .contains("subjectKind", "seal", "sample.done", "=1+1")
                .doesNotContain("<f>");
        assertThat(subjects(get("/api/audit/contoh?action=audit.exported", Map.class)))
                .containsExactly("contoh", "contoh");
    }

    /** The XML of all its parts. */
    private String workbook(String path) throws IOException {
        byte[] bytes = get(path).returnResult().getResponseBody();
        StringBuilder parts = new StringBuilder();
        try (ZipFile zip = new ZipFile(Files.write(folder.resolve("jejak.xlsx"), bytes).toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                parts.append(
                        new String(
                                zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts.toString();
    }

    @Test
    void nobodyButAnAdminReadsIt() {
        for (String path :
                List.of(
                        "/api/audit/contoh",
                        "/api/audit/contoh/export",
                        "/api/audit/contoh/verify")) {
            http.get()
                    .uri(path)
                    .headers(headers -> headers.setBearerAuth(TestTokens.organiser("a")))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    private WebTestClient.BodyContentSpec get(String path) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(TestTokens.admin()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private <T> T get(String path, Class<T> type) {
        return http.get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .headers(headers -> headers.setBearerAuth(TestTokens.admin()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(type)
                .returnResult()
                .getResponseBody();
    }

    private static List<String> subjects(Map<?, ?> listing) {
        List<?> items = (List<?>) listing.get("items");
        return items.stream()
                .map(item -> (Map<?, ?>) ((Map<?, ?>) item).get("subject"))
                .map(subject -> String.valueOf(subject.get("id")))
                .toList();
    }

    private List<String> column(String name) {
        return database.sql("select " + name + " as it from audit_entry order by id")
                .map(row -> String.valueOf(row.get("it", String.class)))
                .all()
                .collectList()
                .block(LONG);
    }
}
