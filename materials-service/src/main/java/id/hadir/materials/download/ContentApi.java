package id.hadir.materials.download;

import id.hadir.kit.security.Actor;
import id.hadir.materials.ticket.TicketCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class ContentApi {

    private final Downloads downloads;

    ContentApi(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/api/materials/{id}/content")
    Mono<Void> content(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "false") boolean inline,
            @RequestHeader(name = "X-Ticket", defaultValue = "") String ticket,
            Actor actor,
            ServerWebExchange exchange) {
        return downloads.send(id, version, inline, actor, TicketCode.read(ticket), exchange);
    }

    /** The link of a ticket's page: a browser cannot send a header with it. */
    @GetMapping("/materi/{slug}/tiket/{code}/{materialId}")
    Mono<Void> byTicket(
            @PathVariable String code,
            @PathVariable String materialId,
            @RequestParam(defaultValue = "false") boolean inline,
            Actor actor,
            ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set("Referrer-Policy", "no-referrer");
        return downloads.send(materialId, null, inline, actor, TicketCode.read(code), exchange);
    }
}
