package id.hadir.kit.audit;

import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.sheet.CsvWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The audit as a CSV file. Its first line names the last seal, so that a file that was taken along
 * is a witness of where the chain was; it is read page by page, and holds no connection between.
 */
class AuditExport {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final PageRequest PAGE = PageRequest.first(500);
    private static final Duration SENT_WITHIN = Duration.ofMinutes(10);

    private static final List<String> HEADING =
            List.of(
                    "id",
                    "at",
                    "actor",
                    "role",
                    "address",
                    "action",
                    "eventId",
                    "subjectKind",
                    "subjectId",
                    "before",
                    "after");

    private final AuditQueries queries;
    private final SealQueries seals;
    private final Audit audit;
    private final String part;

    AuditExport(AuditQueries queries, SealQueries seals, Audit audit, String part) {
        this.queries = queries;
        this.seals = seals;
        this.audit = audit;
        this.part = part;
    }

    /** Whoever takes the audit along is in it. */
    Mono<Void> send(AuditQuestion question, ServerHttpResponse response) {
        return audit.append(exported(question))
                .then(seals.head())
                .flatMap(head -> send(head, question, response));
    }

    private Mono<Void> send(Seal head, AuditQuestion question, ServerHttpResponse response) {
        response.getHeaders().setContentType(CSV);
        response.getHeaders()
                .setContentDisposition(
                        ContentDisposition.attachment().filename("jejak-" + part + ".csv").build());
        List<Object> first = List.of("seal", head.no(), head.fingerprint(), head.sealedAt());
        String top = CsvWriter.BYTE_ORDER_MARK + CsvWriter.line(first) + CsvWriter.line(HEADING);
        return response.writeWith(
                        Flux.concat(Mono.just(top), lines(question))
                                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                                .map(response.bufferFactory()::wrap))
                .timeout(SENT_WITHIN);
    }

    private Flux<String> lines(AuditQuestion question) {
        return page(question, PAGE)
                .expand(
                        page ->
                                page.next() == null
                                        ? Mono.empty()
                                        : page(question, PAGE.after(page.next())))
                .map(
                        page ->
                                page.items().stream()
                                        .map(entry -> CsvWriter.line(cells(entry)))
                                        .collect(Collectors.joining()));
    }

    private Mono<Listing<AuditEntry>> page(AuditQuestion question, PageRequest page) {
        return queries.list(question, page)
                .map(rows -> Listing.of(rows, page, AuditQueries::cursor));
    }

    private static List<@Nullable Object> cells(AuditEntry entry) {
        return Arrays.asList(
                entry.tx() + "-" + entry.id(),
                entry.at(),
                entry.actor(),
                entry.role(),
                entry.address(),
                entry.action(),
                entry.event(),
                entry.kind(),
                entry.subject(),
                entry.before(),
                entry.after());
    }

    private Deed exported(AuditQuestion question) {
        return Deed.of("audit.exported", "audit", part)
                .and("from", question.from())
                .and("to", question.to())
                .and("actor", question.actor())
                .and("action", question.action())
                .and("eventId", question.event())
                .and("subject", question.subject());
    }
}
