package id.hadir.kit.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is stored.
 *
 * @param tx transaction, as the audit counts them ({@code audit_tx} in SQL): an {@code xid8} as
 *     text
 * @param address of the caller, null when no request did it
 * @param before JSON of the fields that changed, or null
 * @param after JSON of what they became, or null
 */
record AuditEntry(
        String tx,
        long id,
        Instant at,
        String actor,
        String role,
        @Nullable String address,
        String action,
        @Nullable UUID event,
        String kind,
        @Nullable String subject,
        @Nullable String before,
        @Nullable String after) {}
