package id.hadir.materials.material;

import id.hadir.kit.page.Page;
import id.hadir.kit.page.Words;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.Actor;
import id.hadir.materials.content.ContentSettings;
import id.hadir.materials.material.Catalogue.Shelf;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/** What an event hands out, for everyone, and its upkeep for organisers. */
@Controller
class MaterialPages {

    private final Catalogue catalogue;
    private final Materials materials;
    private final ContentSettings settings;

    MaterialPages(Catalogue catalogue, Materials materials, ContentSettings settings) {
        this.catalogue = catalogue;
        this.materials = materials;
        this.settings = settings;
    }

    @GetMapping("/materi/{slug}")
    Mono<Page> list(@PathVariable String slug, Actor actor, Words words) {
        return catalogue
                .shelf(slug, actor, Optional.empty())
                .map(
                        shelf ->
                                Page.of(
                                                "material/list",
                                                title(shelf, words),
                                                Map.of("shelf", shelf))
                                        .description(
                                                words.get("material.of", shelf.event().title())));
    }

    @GetMapping("/materi/{slug}/kelola")
    Mono<Page> keep(@PathVariable String slug, Actor actor, Words words) {
        return catalogue
                .shelf(slug, actor, Optional.empty())
                .doOnNext(MaterialPages::requireOrganiser)
                .map(
                        shelf ->
                                Page.of("material/keep", title(shelf, words), model(shelf, words))
                                        .wide()
                                        .asset("materials/upload.js"));
    }

    @PostMapping("/materi/{slug}/kelola/{materialId}/tarik")
    Mono<Page> withdraw(@PathVariable String slug, @PathVariable String materialId, Actor actor) {
        return materials
                .withdraw(materialId, actor)
                .thenReturn(Page.redirect("/materi/" + slug + "/kelola"));
    }

    private Map<String, Object> model(Shelf shelf, Words words) {
        return Map.of(
                "shelf",
                shelf,
                "maxSize",
                settings.maxSize().toBytes(),
                "maxSizeShown",
                words.number(settings.maxSize().toMegabytes()) + " MB");
    }

    private static String title(Shelf shelf, Words words) {
        return words.get("material.title") + " – " + shelf.event().title();
    }

    private static void requireOrganiser(Shelf shelf) {
        if (!shelf.viewer().organises()) {
            throw Problem.forbidden();
        }
    }
}
