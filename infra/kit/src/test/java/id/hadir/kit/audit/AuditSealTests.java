package id.hadir.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.app.SampleService;
import id.hadir.kit.test.PostgresForTests;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The chain on a real PostgreSQL: what becomes of it when somebody who may does change it. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PostgresForTests.class)
@ExtendWith(OutputCaptureExtension.class)
class AuditSealTests {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Autowired Audit audit;
    @Autowired DatabaseClient database;
    @Autowired ConnectionFactory connections;
    @Autowired AuditVerification verification;
    @Autowired Flyway flyway;
    @Autowired Environment environment;

    @BeforeEach
    void empty() {
        asSuperuser("truncate audit_entry, audit_seal");
        asSuperuser("update audit_shift set shift = 0");
    }

    private AuditSeal replica() {
        return new AuditSeal(
                new SealQueries(database), new AuditStore(database), Clock.systemUTC());
    }

    private void append(String... subjects) {
        for (String subject : subjects) {
            audit.append(Deed.of("sample.done", "sample", subject)).block(LONG);
        }
    }

    private void sealed(String... subjects) {
        append(subjects);
        replica().seal().block(LONG);
    }

    private Verification verify() {
        return verification.verify().block(LONG);
    }

    /** Without the triggers, as who owns the server could. */
    private void asSuperuser(String change) {
        PostgresForTests.of(environment).execute("set session_replication_role = replica", change);
    }

    @Test
    void everyEntryIsSealedOnce() {
        sealed("1", "2", "3");
        sealed("4");
        sealed();
        append("5");
        Verification found = verify();
        assertThat(found.isIntact()).isTrue();
        assertThat(found.isProtected()).isTrue();
        assertThat(found.seals()).isEqualTo(2);
        assertThat(found.entries()).isEqualTo(4);
        assertThat(found.unsealed()).isEqualTo(1);
        assertThat(found.head().no()).isEqualTo(2);
    }

    @Test
    void moreThanOneSealHoldsAreSealedAtOnce() {
        database.sql(
                        """
                        insert into audit_entry (actor, role, action, subject_kind)
                        select 'a', 'b', 'c', 'd' from generate_series(1, 2 * :most + 1)
                        """)
                .bind("most", AuditSeal.ENTRIES_AT_MOST)
                .then()
                .block(LONG);
        sealed();
        Verification found = verify();
        assertThat(found.isIntact()).isTrue();
        assertThat(found.seals()).isEqualTo(3);
        assertThat(found.unsealed()).isZero();
    }

    @Test
    void anEntryThatCommitsLateIsSealedInItsPlace() {
        Connection late = Mono.from(connections.create()).block(LONG);
        Mono.from(late.beginTransaction()).block(LONG);
        Mono.from(
                        late.createStatement(
                                        "insert into audit_entry (actor, role, action,"
                                                + " subject_kind) values ('late', 'b', 'c', 'd')")
                                .execute())
                .flatMap(result -> Mono.from(result.getRowsUpdated()))
                .block(LONG);
        sealed("early");
        assertThat(verify().seals()).isZero();

        Mono.from(late.commitTransaction()).block(LONG);
        Mono.from(late.close()).block(LONG);
        sealed();
        Verification found = verify();
        assertThat(found.isIntact()).isTrue();
        assertThat(found.entries()).isEqualTo(2);
    }

    @Test
    void replicasThatSealSideBySideMakeOneChain() {
        List<AuditSeal> replicas = IntStream.range(0, 4).mapToObj(_ -> replica()).toList();
        for (int round = 0; round < 20; round++) {
            append("a" + round, "b" + round);
            Flux.fromIterable(replicas).flatMap(AuditSeal::seal).blockLast(LONG);
        }
        sealed();
        Verification found = verify();
        assertThat(found.isIntact()).isTrue();
        assertThat(found.entries()).isEqualTo(40);
        assertThat(found.unsealed()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update audit_entry set actor = 'nobody' where subject_id = '2'                                         | 1 | CHANGED
                    update audit_entry set at = at + interval '1 microsecond' where subject_id = '3'                       | 2 | CHANGED
                    update audit_entry set after = '{}' where subject_id = '3'                                             | 2 | CHANGED
                    delete from audit_entry where subject_id = '2'                                                         | 1 | ENTRIES_MISSING
                    delete from audit_entry where subject_id = '4'                                                         | 2 | ENTRIES_MISSING
                    insert into audit_entry (tx, actor, role, action, subject_kind) select tx, 'a', 'b', 'c', 'd' from audit_entry where subject_id = '1' | 1 | ENTRIES_ADDED
                    delete from audit_seal where no = 2                                                                    | 2 | SEAL_MISSING
                    delete from audit_seal where no < 3                                                                    | 1 | SEAL_MISSING
                    update audit_seal set previous = hash where no = 2                                                     | 2 | SEAL_CHANGED
                    update audit_seal set sealed_at = sealed_at - interval '1 day' where no = 2                            | 2 | CHANGED
                    """)
    void verificationTellsTheFirstGap(String change, long no, Gap.Reason reason) {
        sealed("1", "2");
        sealed("3", "4");
        sealed("5");
        assertThat(verify().isIntact()).isTrue();
        asSuperuser(change);
        Gap gap = verify().gap();
        assertThat(gap).isNotNull();
        assertThat(gap.no()).isEqualTo(no);
        assertThat(gap.reason()).isEqualTo(reason);
    }

    @Test
    void anEndThatWasCutOffIsToldByWhoSealedIt(CapturedOutput output) {
        AuditSeal replica = replica();
        append("1");
        replica.seal().block(LONG);
        append("2");
        replica.seal().block(LONG);
        replica.seal().block(LONG);
        asSuperuser("delete from audit_seal where no = 2");
        asSuperuser("delete from audit_entry where subject_id = '2'");

        assertThat(verify().isIntact()).isTrue();
        assertThat(output).doesNotContain("the audit was cut");
        replica.seal().block(LONG);
        assertThat(output).contains("the audit was cut: it ended with seal 2");
    }

    /** A restored database has entries of higher transactions than its new server counts. */
    @Test
    void theChainGoesOnAfterItsDatabaseWasRestoredIntoANewServer() {
        sealed("1");
        asSuperuser(
                "insert into audit_entry (tx, actor, role, action, subject_kind)"
                        + " values ('900000000', 'a', 'b', 'c', 'd')");
        flyway.migrate();
        sealed("2");
        Verification found = verify();
        assertThat(found.isIntact()).isTrue();
        assertThat(found.entries()).isEqualTo(3);
        assertThat(found.unsealed()).isZero();
    }
}
