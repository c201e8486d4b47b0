package id.hadir.gateway.openapi;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DocumentApi {

    private static final Duration FRESH_FOR = Duration.ofMinutes(5);

    private final ApiDocument document;

    DocumentApi(ApiDocument document) {
        this.document = document;
    }

    @GetMapping("/api/openapi.json")
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(FRESH_FOR).cachePublic())
                .body(document.json());
    }
}
