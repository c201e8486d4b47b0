package id.hadir.attendance.answer;

import id.hadir.attendance.eventcopy.Unit;
import id.hadir.kit.id.PathId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes answers. */
@RestController
class AnswerApi {

    private final Answers answers;

    AnswerApi(Answers answers) {
        this.answers = answers;
    }

    /**
     * @param registrations of the office that stay active, whatever it answers
     */
    record AnswerView(
            Unit unit,
            String answer,
            @Nullable String name,
            @Nullable String position,
            @Nullable String reason,
            @Nullable String note,
            boolean late,
            Instant answeredAt,
            int registrations) {

        static AnswerView of(Answers.Taken taken) {
            Answer answer = taken.answer();
            return new AnswerView(
                    taken.office().unit(),
                    answer.kind().code(),
                    answer.name(),
                    answer.position(),
                    answer.reason() == null ? null : answer.reason().code(),
                    answer.note(),
                    answer.late(),
                    answer.answeredAt(),
                    taken.office().registrations());
        }
    }

    @PostMapping("/api/events/{eventId}/answers")
    Mono<ResponseEntity<AnswerView>> answer(
            @PathVariable String eventId, @RequestBody AnswerRequest request) {
        return answers.take(PathId.of(eventId), request)
                .map(
                        taken ->
                                ResponseEntity.status(
                                                taken.isFirst()
                                                        ? HttpStatus.CREATED
                                                        : HttpStatus.OK)
                                        .body(AnswerView.of(taken)));
    }
}
