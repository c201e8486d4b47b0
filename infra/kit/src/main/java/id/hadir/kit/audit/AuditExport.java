package id.hadir.kit.audit;

import id.hadir.kit.listing.Listing;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.sheet.CsvWriter;
import id.hadir.kit.sheet.TableExports;
import id.hadir.kit.sheet.TableFile;
import id.hadir.kit.sheet.TableFile.Format;
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
 * The audit as a file: CSV of any length, which is read page by page and holds no connection
 * between, or a workbook. Its first line (a workbook's, below the heading) names the last seal, so
 * that a file that was taken along is a witness of where the chain was.
 */
class AuditExport {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final String SHEET = "Jejak audit";
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
    private final TableExports workbooks;
    private final String part;

    AuditExport(
            AuditQueries queries,
            SealQueries seals,
            Audit audit,
            TableExports workbooks,
            String part) {
        this.queries = queries;
        this.seals = seals;
        this.audit = audit;
        this.workbooks = workbooks;
        this.part = part;
    }

    /** Whoever takes the audit along is in it. */
    Mono<Void> send(Format format, AuditQuestion question, ServerHttpResponse response) {
        return audit.append(exported(question))
                .then(seals.head())
                .flatMap(
                        head ->
                                switch (format) {
                                    case CSV -> send(head, question, response);
                                    case XLSX ->
                                            workbooks.send(
                                                    workbook(head, question),
                                                    _ -> Mono.empty(),
                                                    response);
                                });
    }

    private TableFile workbook(Seal head, AuditQuestion question) {
        Flux<List<@Nullable Object>> rows =
                pages(question).flatMapIterable(Listing::items).map(AuditExport::cells);
        return new TableFile(
                "jejak-" + part, SHEET, Format.XLSX, HEADING, rows.startWith(witness(head)));
    }

    private static List<@Nullable Object> witness(Seal head) {
        return List.of("seal", head.no(), head.fingerprint(), head.sealedAt());
    }

    private Mono<Void> send(Seal head, AuditQuestion question, ServerHttpResponse response) {
        response.getHeaders().setContentType(CSV);
        response.getHeaders()
                .setContentDisposition(
                        ContentDisposition.attachment().filename("jejak-" + part + ".csv").build());
        String top =
                CsvWriter.BYTE_ORDER_MARK + CsvWriter.line(witness(head)) + CsvWriter.line(HEADING);
        return response.writeWith(
                        Flux.concat(Mono.just(top), lines(question))
                                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                                .map(response.bufferFactory()::wrap))
                .timeout(SENT_WITHIN);
    }

    private Flux<String> lines(AuditQuestion question) {
        return pages(question)
                .map(
                        page ->
                                page.items().stream()
                                        .map(entry -> CsvWriter.line(cells(entry)))
                                        .collect(Collectors.joining()));
    }

    private Flux<Listing<AuditEntry>> pages(AuditQuestion question) {
        return page(question, PAGE)
                .expand(
                        page ->
                                page.next() == null
                                        ? Mono.empty()
                                        : page(question, PAGE.after(page.next())));
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
