package id.hadir.materials;

import id.hadir.kit.body.KitBodies;
import id.hadir.kit.feed.FeedConsumer;
import id.hadir.kit.feed.FeedSubscription;
import id.hadir.kit.listing.KitListings;
import id.hadir.kit.page.KitPages;
import id.hadir.kit.problem.KitProblems;
import id.hadir.kit.security.AccessTable;
import id.hadir.kit.security.KitSecurity;
import id.hadir.kit.security.Role;
import id.hadir.materials.eventcopy.EventFeed;
import id.hadir.materials.ticket.RegistrationFeed;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedAddresses.class)
@Import({
    KitBodies.class,
    KitProblems.class,
    KitPages.class,
    KitListings.class,
    KitSecurity.class,
    FeedConsumer.class
})
class MaterialsService {

    /** A new ticket may download within half a second; a rush costs four transactions a second. */
    private static final Duration REST = Duration.ofMillis(250);

    public static void main(String[] args) {
        SpringApplication.run(MaterialsService.class, args);
    }

    @Bean
    AccessTable accessTable() {
        return AccessTable.rows()
                .allow(HttpMethod.GET, "/api/events/{id}/materials", Role.ANYONE)
                .allow(HttpMethod.POST, "/api/events/{id}/materials", Role.ADMIN, Role.ORGANISER)
                .allow(HttpMethod.GET, "/api/materials/{id}/content", Role.ANYONE)
                .allow(HttpMethod.HEAD, "/api/materials/{id}/content", Role.ANYONE)
                .allow(HttpMethod.PUT, "/api/materials/{id}/content", Role.ADMIN, Role.ORGANISER)
                .allow(HttpMethod.DELETE, "/api/materials/{id}", Role.ADMIN, Role.ORGANISER)
                .allow(HttpMethod.POST, "/api/materials/{id}/acknowledgements", Role.ANYONE)
                .allow(
                        HttpMethod.GET,
                        "/api/materials/{id}/receipts",
                        Role.ADMIN,
                        Role.ORGANISER,
                        Role.OFFICIAL)
                .allow(HttpMethod.GET, "/materi/{slug}", Role.ANYONE)
                .allow(HttpMethod.GET, "/materi/{slug}/tiket/{code}", Role.ANYONE)
                .allow(HttpMethod.GET, "/materi/{slug}/tiket/{code}/{materialId}", Role.ANYONE)
                .allow(HttpMethod.HEAD, "/materi/{slug}/tiket/{code}/{materialId}", Role.ANYONE)
                .allow(HttpMethod.POST, "/materi/{slug}/tiket/{code}/{materialId}", Role.ANYONE)
                .allow(HttpMethod.GET, "/materi/{slug}/kelola", Role.ADMIN, Role.ORGANISER)
                .allow(
                        HttpMethod.POST,
                        "/materi/{slug}/kelola/{materialId}/tarik",
                        Role.ADMIN,
                        Role.ORGANISER)
                .allow(
                        HttpMethod.GET,
                        "/materi/{slug}/tanda-terima/{materialId}",
                        Role.ADMIN,
                        Role.ORGANISER,
                        Role.OFFICIAL)
                .build();
    }

    @Bean
    FeedSubscription events(FeedAddresses addresses, EventFeed feed) {
        return new FeedSubscription("events", addresses.events(), "materials", feed);
    }

    @Bean
    FeedSubscription registrations(FeedAddresses addresses, RegistrationFeed feed) {
        return new FeedSubscription(
                "registrations", addresses.registrations(), "materials", feed, REST);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
