package id.hadir.attendance.privacy;

import id.hadir.attendance.privacy.ObjectionQueries.Made;
import id.hadir.kit.id.PathId;
import id.hadir.kit.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Objections of an event's attendees, for its organiser. */
@RestController
@RequestMapping("/api/events/{eventId}/registrations/objections")
class ObjectionsApi {

    private final Objections objections;

    ObjectionsApi(Objections objections) {
        this.objections = objections;
    }

    record AnswerRequest(@Nullable String text) {}

    /** Those that wait for an answer first; at most two hundred. */
    record All(List<Made> items, @Nullable String next) {}

    @GetMapping
    Mono<All> list(Actor actor, @PathVariable String eventId) {
        return objections.at(actor, PathId.of(eventId)).map(items -> new All(items, null));
    }

    @PostMapping("/{objectionId}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> answer(
            Actor actor,
            @PathVariable String eventId,
            @PathVariable String objectionId,
            @RequestBody AnswerRequest request) {
        return objections.answer(actor, PathId.of(eventId), PathId.of(objectionId), request.text());
    }
}
