package id.hadir.attendance.privacy;

import id.hadir.attendance.registration.Correction;
import id.hadir.attendance.registration.Verdict;
import id.hadir.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is kept of the holder of a ticket; the code in the path is the credential. */
@RestController
@RequestMapping("/api/registrations/{code}")
class OwnDataApi {

    private final OwnData ownData;
    private final Correction correction;
    private final Objections objections;

    OwnDataApi(OwnData ownData, Correction correction, Objections objections) {
        this.ownData = ownData;
        this.correction = correction;
        this.objections = objections;
    }

    record ObjectionRequest(@Nullable String text) {}

    @GetMapping("/data")
    Mono<ResponseEntity<OwnData.View>> show(@PathVariable String code) {
        return ownData.view(code).map(OwnDataApi::ok).switchIfEmpty(Mono.error(Problem::notFound));
    }

    @PatchMapping
    Mono<ResponseEntity<OwnData.View>> correct(
            @PathVariable String code, @RequestBody CorrectionRequest request) {
        return correction
                .correct(code, request::applyTo)
                .map(Verdict::orThrow)
                .flatMap(_ -> ownData.view(code))
                .map(OwnDataApi::ok)
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    @PostMapping("/objections")
    Mono<ResponseEntity<Objection>> object(
            @PathVariable String code, @RequestBody ObjectionRequest request) {
        return ownData.find(code)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(stored -> objections.make(stored, request.text()))
                .map(made -> ResponseEntity.status(HttpStatus.CREATED).body(made));
    }

    private static ResponseEntity<OwnData.View> ok(OwnData.View view) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }
}
