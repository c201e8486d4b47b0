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
import org.springframework.util.MultiValueMap;
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

    @GetMapping("/materi/{slug}/tiket/{code}")
    Mono<Page> show(
            @PathVariable String slug, @PathVariable String code, Actor actor, Words words) {
        return show(slug, code, actor, words, Wrong.NOTHING);
    }

    @PostMapping("/materi/{slug}/tiket/{code}/{materialId}")
    Mono<Page> acknowledge(
            @PathVariable String slug,
            @PathVariable String code,
            @PathVariable String materialId,
            Actor actor,
            Words words,
            ServerWebExchange exchange) {
        TicketCode ticket = read(code);
        return exchange.getFormData()
                .flatMap(form -> acknowledge(materialId, actor, ticket, form))
                .map(_ -> Page.redirect(address(slug, ticket) + "#m-" + materialId))
                .onErrorResume(
                        Problem.class,
                        problem ->
                                problem.status() == HttpStatus.UNPROCESSABLE_CONTENT
                                        ? show(
                                                slug,
                                                code,
                                                actor,
                                                words,
                                                Wrong.of(materialId, problem))
                                        : Mono.error(problem));
    }

    private Mono<Acknowledgement> acknowledge(
            String materialId, Actor actor, TicketCode ticket, MultiValueMap<String, String> form) {
        String typed = form.toSingleValueMap().getOrDefault(PassedOn.FIELD, "");
        return receipts.acknowledge(materialId, actor, ticket, PassedOn.read(typed));
    }

    private Mono<Page> show(String slug, String code, Actor actor, Words words, Wrong wrong) {
        TicketCode ticket = read(code);
        return catalogue
                .shelf(slug, actor, Optional.of(ticket))
                .flatMap(shelf -> view(shelf, ticket, wrong))
                .map(view -> page(view, words));
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

    private static String address(String slug, TicketCode ticket) {
        return "/materi/" + slug + "/tiket/" + ticket.value();
    }

    private static TicketCode read(String code) {
        return TicketCode.read(code).orElseThrow(Problem::notFound);
    }
}
