package id.hadir.kit.app;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import id.hadir.kit.audit.Audit;
import id.hadir.kit.audit.Deed;
import id.hadir.kit.audit.KitAudit;
import id.hadir.kit.body.KitBodies;
import id.hadir.kit.feed.FeedConsumer;
import id.hadir.kit.feed.FeedServer;
import id.hadir.kit.listing.KitListings;
import id.hadir.kit.listing.PageRequest;
import id.hadir.kit.problem.KitProblems;
import id.hadir.kit.security.AccessTable;
import id.hadir.kit.security.Actor;
import id.hadir.kit.security.KitSecurity;
import id.hadir.kit.security.Role;
import id.hadir.kit.security.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@SpringBootApplication(proxyBeanMethods = false)
@Import({
    KitBodies.class,
    KitProblems.class,
    KitListings.class,
    KitSecurity.class,
    FeedServer.class,
    FeedConsumer.class,
    KitAudit.class
})
public class SampleService {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    AccessTable access() {
        return AccessTable.rows()
                .allow(GET, "/api/open", Scope.ALL, Role.ANYONE)
                .allow(POST, "/api/notes", Scope.ALL, Role.ADMIN, Role.ORGANISER)
                .allow(GET, "/api/broken", Scope.ALL, Role.ANYONE)
                .allow(GET, "/panitia", Scope.ALL, Role.ORGANISER)
                .allow(POST, "/panitia", Scope.ALL, Role.ORGANISER)
                .allow(POST, "/form", Scope.ALL, Role.ANYONE)
                .allow(POST, "/api/deeds", Scope.ALL, Role.ADMIN, Role.ORGANISER)
                .allow(GET, "/api/audit/contoh", Scope.ALL, Role.ADMIN)
                .allow(GET, "/api/audit/contoh/export", Scope.ALL, Role.ADMIN)
                .allow(GET, "/api/audit/contoh/verify", Scope.ALL, Role.ADMIN)
                .allow(GET, "/admin/jejak/contoh", Scope.ALL, Role.ADMIN)
                .build();
    }

    @RestController
    static class DeedApi {

        private final Audit audit;

        DeedApi(Audit audit) {
            this.audit = audit;
        }

        @PostMapping("/api/deeds")
        Mono<Void> deed() {
            return audit.append(Deed.of("sample.done", "sample", "=1+1"));
        }
    }

    @RestController
    static class SampleApi {

        record Note(
                @Nullable String text,
                @Nullable Integer number,
                @Nullable Boolean accepted,
                @Nullable Note inner,
                @Nullable List<@Nullable Note> more) {}

        @GetMapping("/api/open")
        Map<String, Object> open(Actor actor, PageRequest page) {
            return Map.of("role", actor.role().code(), "limit", page.limit());
        }

        @PostMapping("/api/notes")
        Mono<Note> note(@RequestBody Note note) {
            return Mono.just(note);
        }

        @GetMapping("/api/broken")
        Mono<String> broken() {
            return Mono.error(new IllegalStateException("secret detail"));
        }

        @GetMapping("/api/forgotten")
        String forgotten() {
            return "an endpoint without a row in the table";
        }

        @RequestMapping("/api/careless")
        String careless() {
            return "an endpoint for whatever method";
        }

        @PostMapping("/panitia")
        String form() {
            return "done";
        }

        @PostMapping("/form")
        Mono<Map<String, String>> form(ServerWebExchange exchange) {
            return exchange.getFormData().map(MultiValueMap::toSingleValueMap);
        }
    }
}
