package id.hadir.materials.receipt;

import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.security.Actor;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** How far a material got, office by office. */
@Controller
class ReceiptPages {

    private final ReceiptReport report;

    ReceiptPages(ReceiptReport report) {
        this.report = report;
    }

    @GetMapping("/materi/{slug}/tanda-terima/{materialId}")
    Mono<Page> show(
            @PathVariable String materialId,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String regionCode,
            Actor actor,
            PageRequest page,
            Words words) {
        return report.read(materialId, actor, regionCode, kind, page)
                .map(
                        read ->
                                Page.of(
                                                "receipt/report",
                                                words.get("receipt.title")
                                                        + " – "
                                                        + read.subject().material().title(),
                                                Map.of(
                                                        "report", read,
                                                        "kind", kind,
                                                        "regionCode", regionCode))
                                        .wide());
    }
}
