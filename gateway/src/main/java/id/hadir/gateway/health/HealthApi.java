package id.hadir.gateway.health;

import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class HealthApi {

    record View(String status) {}

    private final SystemHealth health;

    HealthApi(SystemHealth health) {
        this.health = health;
    }

    /** Public, so one word and no more; 503 when nothing works. */
    @GetMapping("/health")
    Mono<ResponseEntity<View>> health() {
        return health.status().map(HealthApi::answer);
    }

    private static ResponseEntity<View> answer(SystemHealth.Status status) {
        return ResponseEntity.status(
                        status == SystemHealth.Status.DOWN
                                ? HttpStatus.SERVICE_UNAVAILABLE
                                : HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .body(new View(status.name().toLowerCase(Locale.ROOT)));
    }
}
