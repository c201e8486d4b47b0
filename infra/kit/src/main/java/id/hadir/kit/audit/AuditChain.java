package id.hadir.kit.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Seals entries: SHA-256 over the seal before, the seal's own number, time and end, and every field
 * of its entries in their order, each text with its length in front, so that no two different runs
 * have the same bytes.
 */
final class AuditChain {

    static final int LENGTH = 32;

    private static final int NULL = -1;

    private AuditChain() {}

    /**
     * The seal that follows.
     *
     * @param entries all that come after it, in the order (tx, id); at least one
     */
    static Seal seal(Seal previous, List<AuditEntry> entries, Instant at) {
        AuditEntry last = entries.getLast();
        Seal open =
                new Seal(
                        previous.no() + 1,
                        last.tx(),
                        last.id(),
                        entries.size(),
                        previous.hash(),
                        new byte[0],
                        at.truncatedTo(ChronoUnit.MICROS));
        return new Seal(
                open.no(),
                open.uptoTx(),
                open.uptoId(),
                open.entries(),
                open.previous(),
                hash(open, entries),
                open.sealedAt());
    }

    /** What is wrong with a seal and the entries up to it; null when nothing is. */
    static @Nullable Gap gap(Seal before, Seal seal, List<AuditEntry> entries) {
        if (seal.no() != before.no() + 1) {
            return new Gap(
                    before.no() + 1, Gap.Reason.SEAL_MISSING, before.sealedAt(), seal.sealedAt());
        }
        Gap.Reason reason = reason(before, seal, entries);
        return reason == null
                ? null
                : new Gap(seal.no(), reason, before.sealedAt(), seal.sealedAt());
    }

    private static Gap.@Nullable Reason reason(Seal before, Seal seal, List<AuditEntry> entries) {
        if (!Arrays.equals(seal.previous(), before.hash())) {
            return Gap.Reason.SEAL_CHANGED;
        }
        if (entries.size() != seal.entries()) {
            return entries.size() < seal.entries()
                    ? Gap.Reason.ENTRIES_MISSING
                    : Gap.Reason.ENTRIES_ADDED;
        }
        return MessageDigest.isEqual(seal.hash(), hash(seal, entries)) ? null : Gap.Reason.CHANGED;
    }

    private static byte[] hash(Seal seal, List<AuditEntry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(seal.previous());
            out.writeLong(seal.no());
            write(out, seal.uptoTx());
            out.writeLong(seal.uptoId());
            out.writeInt(seal.entries());
            write(out, seal.sealedAt());
            for (AuditEntry entry : entries) {
                write(out, entry);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static void write(DataOutputStream out, AuditEntry entry) throws IOException {
        write(out, entry.tx());
        out.writeLong(entry.id());
        write(out, entry.at());
        write(out, entry.actor());
        write(out, entry.role());
        write(out, entry.address());
        write(out, entry.action());
        write(out, Objects.toString(entry.event(), null));
        write(out, entry.kind());
        write(out, entry.subject());
        write(out, entry.before());
        write(out, entry.after());
    }

    private static void write(DataOutputStream out, Instant at) throws IOException {
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(NULL);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
