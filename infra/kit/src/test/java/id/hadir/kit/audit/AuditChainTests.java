package id.hadir.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditChainTests {

    private static final Instant NOON = Instant.parse("2027-08-11T05:00:00.123456Z");
    private static final UUID EVENT = UUID.fromString("0198c7b0-0000-7000-8000-000000000001");

    private static final AuditEntry FIRST = entry(1, "admin", "event.published", "e1", null);
    private static final AuditEntry SECOND = entry(2, "siti", "event.cancelled", "e1", "{\"a\":1}");
    private static final AuditEntry THIRD = entry(3, "siti", "units.imported", null, "{\"b\":2}");
    private static final List<AuditEntry> RUN = List.of(FIRST, SECOND, THIRD);
    private static final Seal SEAL = AuditChain.seal(Seal.NONE, RUN, NOON);

    private static AuditEntry entry(
            long id, String actor, String action, String subject, String after) {
        return new AuditEntry(
                "700",
                id,
                NOON,
                actor,
                "organiser",
                "10.0.0.1",
                action,
                EVENT,
                "event",
                subject,
                null,
                after);
    }

    @Test
    void whatWasSealedHolds() {
        assertThat(AuditChain.gap(Seal.NONE, SEAL, RUN)).isNull();
        Seal next = AuditChain.seal(SEAL, List.of(FIRST), NOON);
        assertThat(next.no()).isEqualTo(2);
        assertThat(AuditChain.gap(SEAL, next, List.of(FIRST))).isNull();
    }

    static Stream<AuditEntry> changedSeconds() {
        AuditEntry e = SECOND;
        UUID other = UUID.fromString("0198c7b0-0000-7000-8000-000000000002");
        return Stream.of(
                new AuditEntry(
                        "701",
                        e.id(),
                        e.at(),
                        e.actor(),
                        e.role(),
                        e.address(),
                        e.action(),
                        e.event(),
                        e.kind(),
                        e.subject(),
                        e.before(),
                        e.after()),
                new AuditEntry(
                        e.tx(),
                        9,
                        e.at(),
                        e.actor(),
                        e.role(),
                        e.address(),
                        e.action(),
                        e.event(),
                        e.kind(),
                        e.subject(),
                        e.before(),
                        e.after()),
                new AuditEntry(
                        e.tx(),
                        e.id(),
                        e.at().plusNanos(1000),
                        e.actor(),
                        e.role(),
                        e.address(),
                        e.action(),
                        e.event(),
                        e.kind(),
                        e.subject(),
                        e.before(),
                        e.after()),
                new AuditEntry(
                        e.tx(),
                        e.id(),
                        e.at(),
                        "budi",
                        e.role(),
                        e.address(),
                        e.action(),
                        e.event(),
                        e.kind(),
                        e.subject(),
                        e.before(),
                        e.after()),
                new AuditEntry(
                        e.tx(),
                        e.id(),
                        e.at(),
                        e.actor(),
                        "admin",
                        e.address(),
                        e.action(),
                        e.event(),
                        e.kind(),
                        e.subject(),
                        e.before(),
                        e.after()),
                new AuditEntry(
                        e.tx(),
                        e.id(),
                        e.at(),
                        e.actor(),
                        e.role(),
                        null,
                        e.action(),
                        e.event(),
                        e.kind(),
                        e.subject(),
                        e.before(),
                        e.after()),
                new AuditEntry(
                        e.tx(),
                        e.id(),
                        e.at(),
                        e.actor(),
                        e.role(),
                        e.address(),
                        "event.moved",
                        e.event(),
                        e.kind(),
                        e.subject(),
                        e.before(),
                        e.after()),
                new AuditEntry(
                        e.tx(),
                        e.id(),
                        e.at(),
                        e.actor(),
                        e.role(),
                        e.address(),
                        e.action(),
                        other,
                        e.kind(),
                        e.subject(),
                        e.before(),
                        e.after()),
                new AuditEntry(
                        e.tx(),
                        e.id(),
                        e.at(),
                        e.actor(),
                        e.role(),
                        e.address(),
                        e.action(),
                        e.event(),
                        "unit",
                        e.subject(),
                        e.before(),
                        e.after()),
                new AuditEntry(
                        e.tx(),
                        e.id(),
                        e.at(),
                        e.actor(),
                        e.role(),
                        e.address(),
                        e.action(),
                        e.event(),
                        e.kind(),
                        "e2",
                        e.before(),
                        e.after()),
                // the same text in the next field
                new AuditEntry(
                        e.tx(),
                        e.id(),
                        e.at(),
                        e.actor(),
                        e.role(),
                        e.address(),
                        e.action(),
                        e.event(),
                        e.kind(),
                        e.subject(),
                        e.after(),
                        e.before()),
                // a letter more here and less there
                new AuditEntry(
                        e.tx(),
                        e.id(),
                        e.at(),
                        e.actor() + "o",
                        e.role().substring(1),
                        e.address(),
                        e.action(),
                        e.event(),
                        e.kind(),
                        e.subject(),
                        e.before(),
                        e.after()));
    }

    @ParameterizedTest
    @MethodSource("changedSeconds")
    void aChangedFieldShows(AuditEntry changed) {
        assertThat(reason(List.of(FIRST, changed, THIRD))).isEqualTo(Gap.Reason.CHANGED);
    }

    @Test
    void anEntryLessAnEntryMoreAndAnotherOrderShow() {
        assertThat(reason(List.of(FIRST, THIRD))).isEqualTo(Gap.Reason.ENTRIES_MISSING);
        List<AuditEntry> more = new ArrayList<>(RUN);
        more.add(1, SECOND);
        assertThat(reason(more)).isEqualTo(Gap.Reason.ENTRIES_ADDED);
        List<AuditEntry> turned = new ArrayList<>(RUN);
        Collections.reverse(turned);
        assertThat(reason(turned)).isEqualTo(Gap.Reason.CHANGED);
    }

    @Test
    void aSealThatIsGoneOrMadeAnewShowsAtTheNextOne() {
        Seal second = AuditChain.seal(SEAL, List.of(FIRST), NOON);
        assertThat(AuditChain.gap(Seal.NONE, second, List.of(FIRST)))
                .isEqualTo(new Gap(1, Gap.Reason.SEAL_MISSING, Instant.EPOCH, NOON));
        Seal madeAnew = AuditChain.seal(Seal.NONE, List.of(FIRST, THIRD), NOON);
        assertThat(AuditChain.gap(madeAnew, second, List.of(FIRST)))
                .isEqualTo(new Gap(2, Gap.Reason.SEAL_CHANGED, NOON, NOON));
    }

    private static Gap.Reason reason(List<AuditEntry> found) {
        Gap gap = AuditChain.gap(Seal.NONE, SEAL, found);
        assertThat(gap).isNotNull();
        return gap.reason();
    }
}
