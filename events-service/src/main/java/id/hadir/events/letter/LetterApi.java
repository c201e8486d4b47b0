package id.hadir.events.letter;

import id.hadir.events.body.Body;
import id.hadir.kit.id.PathId;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.pdf.Paper;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@RestController
class LetterApi {

    private final LetterDesk letters;
    private final LetterPrinting printing;

    LetterApi(LetterDesk letters, LetterPrinting printing) {
        this.letters = letters;
        this.printing = printing;
    }

    @GetMapping("/api/events/{id}/letter")
    Mono<LetterView> letter(@PathVariable String id, Actor actor) {
        return letters.find(actor, id).map(LetterView::of);
    }

    @PutMapping("/api/events/{id}/letter")
    Mono<LetterView> put(@PathVariable String id, @RequestBody JsonNode document, Actor actor) {
        FieldErrors errors = new FieldErrors();
        LetterRequest request = LetterRequest.read(Body.of(document, errors));
        return letters.put(actor, PathId.of(id), request, errors).map(LetterView::of);
    }

    @PostMapping("/api/events/{id}/letter/number")
    Mono<LetterView> number(@PathVariable String id, Actor actor) {
        return letters.number(actor, PathId.of(id)).map(LetterView::of);
    }

    @PostMapping("/api/events/{id}/letter/letterhead")
    Mono<LetterView> renewHead(@PathVariable String id, Actor actor) {
        return letters.renewHead(actor, PathId.of(id)).map(LetterView::of);
    }

    @GetMapping("/api/events/{id}/letter.pdf")
    Mono<ResponseEntity<byte[]>> forAll(
            @PathVariable String id, @RequestParam @Nullable String paper, Actor actor) {
        return printing.forAll(actor, id, Paper.ofCode(paper)).map(file -> answer("surat", file));
    }

    /** The next file, when there is one, is a {@code Link} with {@code rel="next"} (RFC 8288). */
    @GetMapping("/api/events/{id}/letters.pdf")
    Mono<ResponseEntity<byte[]>> forEach(
            @PathVariable String id,
            @RequestParam @Nullable String paper,
            PageRequest page,
            Actor actor) {
        return printing.forEach(actor, id, Paper.ofCode(paper), page)
                .map(file -> answer("surat-per-kantor", file));
    }

    private static ResponseEntity<byte[]> answer(String name, LetterPrinting.File file) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.inline()
                                        .filename(name + "-" + file.slug() + ".pdf")
                                        .build()
                                        .toString());
        if (file.next() != null) {
            answer.header(HttpHeaders.LINK, "<?cursor=" + file.next() + ">; rel=\"next\"");
        }
        return answer.body(file.pdf());
    }
}
