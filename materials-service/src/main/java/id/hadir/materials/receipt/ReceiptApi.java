package id.hadir.materials.receipt;

import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.materials.receipt.ReceiptReport.Report;
import id.hadir.materials.ticket.TicketCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class ReceiptApi {

    /** The number as it was written: 4.5 or "4" is refused, not rounded or guessed. */
    record AcknowledgementRequest(@Nullable JsonNode passedOnTo) {}

    record ReportView(ReceiptTotals totals, List<OfficeReceipt> items, @Nullable String next) {

        static ReportView of(Report report) {
            return new ReportView(
                    report.totals(), report.offices().items(), report.offices().next());
        }
    }

    private final Receipts receipts;
    private final ReceiptReport report;

    ReceiptApi(Receipts receipts, ReceiptReport report) {
        this.receipts = receipts;
        this.report = report;
    }

    @PostMapping("/api/materials/{id}/acknowledgements")
    Mono<ResponseEntity<Acknowledgement>> acknowledge(
            @PathVariable String id,
            @RequestHeader(name = "X-Ticket", defaultValue = "") String ticket,
            @RequestBody AcknowledgementRequest request) {
        if (ticket.isBlank()) {
            return Mono.error(Problem.unauthenticated());
        }
        int passedOnTo = PassedOn.read(request.passedOnTo());
        return TicketCode.read(ticket)
                .map(code -> receipts.acknowledge(id, code, passedOnTo))
                .orElseGet(() -> Mono.error(Receipts.notYours()))
                .map(
                        said ->
                                ResponseEntity.status(
                                                said.first() ? HttpStatus.CREATED : HttpStatus.OK)
                                        .body(said));
    }

    @GetMapping("/api/materials/{id}/receipts")
    Mono<ReportView> receipts(
            @PathVariable String id,
            Actor actor,
            @RequestParam(required = false) @Nullable String regionCode,
            @RequestParam(required = false) @Nullable String kind,
            PageRequest page) {
        return report.read(id, actor, regionCode, kind, page).map(ReportView::of);
    }
}
