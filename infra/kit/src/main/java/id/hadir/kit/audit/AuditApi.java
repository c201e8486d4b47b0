package id.hadir.kit.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.sheet.TableFile.Format;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** This service's part of the audit, for admins. */
@RestController
@RequestMapping("/api/audit/${hadir.audit.part}")
class AuditApi {

    private final AuditQueries queries;
    private final AuditVerification verification;
    private final AuditExport export;

    AuditApi(AuditQueries queries, AuditVerification verification, AuditExport export) {
        this.queries = queries;
        this.verification = verification;
        this.export = export;
    }

    record EntryView(
            String id,
            Instant at,
            String actor,
            String role,
            @Nullable String address,
            String action,
            @Nullable UUID eventId,
            Subject subject,
            @JsonRawValue @Nullable String before,
            @JsonRawValue @Nullable String after) {

        record Subject(String kind, @Nullable String id) {}

        static EntryView of(AuditEntry entry) {
            return new EntryView(
                    entry.tx() + "-" + entry.id(),
                    entry.at(),
                    entry.actor(),
                    entry.role(),
                    entry.address(),
                    entry.action(),
                    entry.event(),
                    new Subject(entry.kind(), entry.subject()),
                    entry.before(),
                    entry.after());
        }
    }

    record VerificationView(
            boolean intact,
            long seals,
            long entries,
            long unsealed,
            Verification.Head head,
            @Nullable Gap gap,
            boolean protectedByDatabase) {

        static VerificationView of(Verification found) {
            return new VerificationView(
                    found.isIntact(),
                    found.seals(),
                    found.entries(),
                    found.unsealed(),
                    found.head(),
                    found.gap(),
                    found.isProtected());
        }
    }

    @GetMapping
    Mono<Listing<EntryView>> entries(
            @RequestParam MultiValueMap<String, String> query, PageRequest page) {
        return queries.list(AuditQuestion.of(query), page)
                .map(rows -> Listing.of(rows, page, AuditQueries::cursor).map(EntryView::of));
    }

    @GetMapping("/export")
    Mono<Void> export(
            @RequestParam MultiValueMap<String, String> query,
            @RequestParam(defaultValue = "csv") String format,
            ServerHttpResponse response) {
        return export.send(format(format), AuditQuestion.of(query), response);
    }

    private static Format format(String code) {
        return switch (code) {
            case "csv" -> Format.CSV;
            case "xlsx" -> Format.XLSX;
            default -> throw Problem.invalid("format", "invalid-choice");
        };
    }

    @GetMapping("/verify")
    Mono<VerificationView> verify() {
        return verification.verify().map(VerificationView::of);
    }
}
