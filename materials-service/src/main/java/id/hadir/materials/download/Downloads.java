package id.hadir.materials.download;

import id.hadir.kit.security.Actor;
import id.hadir.materials.content.ContentDirectory;
import id.hadir.materials.material.Audience;
import id.hadir.materials.material.Catalogue;
import id.hadir.materials.material.Catalogue.Opened;
import id.hadir.materials.material.MaterialVersion;
import id.hadir.materials.receipt.Receipts;
import id.hadir.materials.ticket.TicketCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands out contents, and notes which office received them. */
@Service
class Downloads {

    private final Catalogue catalogue;
    private final ContentDirectory contents;
    private final Receipts receipts;

    Downloads(Catalogue catalogue, ContentDirectory contents, Receipts receipts) {
        this.catalogue = catalogue;
        this.contents = contents;
        this.receipts = receipts;
    }

    /**
     * @param version null: the latest
     * @param shown to open in the browser, where that is harmless
     */
    Mono<Void> send(
            String materialId,
            @Nullable Integer version,
            boolean shown,
            Actor actor,
            Optional<TicketCode> ticket,
            ServerWebExchange exchange) {
        return catalogue
                .open(materialId, version, actor, ticket)
                .delayUntil(opened -> note(opened, exchange))
                .flatMap(opened -> send(opened, shown, exchange));
    }

    private Mono<Void> send(Opened opened, boolean shown, ServerWebExchange exchange) {
        MaterialVersion version = opened.material().version();
        exchange.getResponse().getHeaders().setCacheControl(caching(opened));
        return new ContentResponse(version, contents.find(version.sha256()), shown).send(exchange);
    }

    /** One small row before the first byte, so that whoever has the file is on the list. */
    private Mono<Void> note(Opened opened, ServerWebExchange exchange) {
        return exchange.getRequest().getMethod() == HttpMethod.HEAD
                ? Mono.empty()
                : receipts.downloaded(opened);
    }

    /** Asked for again each time, since a material may be withdrawn; the ETag makes that cheap. */
    private static CacheControl caching(Opened opened) {
        CacheControl revalidate = CacheControl.noCache();
        return opened.material().audience() == Audience.PUBLIC
                ? revalidate
                : revalidate.cachePrivate();
    }
}
