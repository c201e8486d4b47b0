package id.hadir.materials.receipt;

import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.materials.material.Catalogue;
import id.hadir.materials.material.Catalogue.Shelf;
import id.hadir.materials.receipt.TicketView.Wrong;
import id.hadir.materials.ticket.TicketCode;
import id.hadir.materials.ticket.TicketHolder;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a ticket opens, and the word of its holder that a material was passed on. */
@Controller
class TicketPages {

    private final Catalogue catalogue;
    private final Receipts receipts;
    private final ReceiptQueries queries;

    TicketPages(Catalogue catalogue, Receipts receipts, ReceiptQueries queries) {
        this.catalogue = catalogue;
        this.receipts = receipts;
        this.queries = queries;
    }

    /** Who comes with which ticket to the materials of which event. */
    private record Visit(String slug, TicketCode ticket, Actor actor, Words words) {

        static Visit of(String slug, String code, Actor actor, Words words) {
            TicketCode ticket = TicketCode.read(code).orElseThrow(Problem::notFound);
            return new Visit(slug, ticket, actor, words);
        }

        Page backTo(String materialId) {
            return Page.redirect(
                    "/materi/" + slug + "/tiket/" + ticket.value() + "#m-" + materialId);
        }
    }

    @GetMapping("/materi/{slug}/tiket/{code}")
    Mono<Page> show(
            @PathVariable String slug, @PathVariable String code, Actor actor, Words words) {
        return show(Visit.of(slug, code, actor, words), Wrong.NOTHING);
    }

    @PostMapping("/materi/{slug}/tiket/{code}/{materialId}")
    Mono<Page> acknowledge(
            @PathVariable String slug,
            @PathVariable String code,
            @PathVariable String materialId,
            Actor actor,
            Words words,
            ServerWebExchange exchange) {
        Visit visit = Visit.of(slug, code, actor, words);
        return exchange.getFormData()
                .map(form -> form.toSingleValueMap().getOrDefault(PassedOn.FIELD, ""))
                .flatMap(typed -> acknowledge(visit, materialId, typed));
    }

    private Mono<Page> acknowledge(Visit visit, String materialId, String typed) {
        return Mono.fromCallable(() -> PassedOn.read(typed))
                .flatMap(number -> receipts.acknowledge(materialId, visit.ticket(), number))
                .thenReturn(visit.backTo(materialId))
                .onErrorResume(
                        TicketPages::isInvalid,
                        invalid -> show(visit, Wrong.of(materialId, typed, Problem.of(invalid))));
    }

    private static boolean isInvalid(Throwable failure) {
        return failure instanceof Problem problem
                && problem.status() == HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private Mono<Page> show(Visit visit, Wrong wrong) {
        return catalogue
                .shelf(visit.slug(), visit.actor(), Optional.of(visit.ticket()))
                .flatMap(shelf -> view(shelf, visit.ticket(), wrong))
                .map(view -> page(view, visit.words()));
    }

    private Mono<TicketView> view(Shelf shelf, TicketCode ticket, Wrong wrong) {
        TicketHolder holder = shelf.viewer().holder();
        if (holder == null) {
            return Mono.just(new TicketView(shelf, ticket, Map.of(), wrong));
        }
        return queries.said(holder).map(said -> new TicketView(shelf, ticket, said, wrong));
    }

    private static Page page(TicketView view, Words words) {
        Page page =
                Page.of(
                                "receipt/ticket",
                                words.get("material.title") + " – " + view.shelf().event().title(),
                                Map.of("view", view))
                        .secret();
        return view.wrong().isNothing() ? page : page.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
