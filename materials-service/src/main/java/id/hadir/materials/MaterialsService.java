package id.hadir.materials;

import id.hadir.kit.audit.KitAudit;
import id.hadir.kit.body.KitBodies;
import id.hadir.kit.feed.FeedConsumer;
import id.hadir.kit.feed.FeedSubscription;
import id.hadir.kit.listing.KitListings;
import id.hadir.kit.page.KitPages;
import id.hadir.kit.problem.KitProblems;
import id.hadir.kit.security.KitSecurity;
import id.hadir.materials.eventcopy.EventFeed;
import id.hadir.materials.ticket.RegistrationFeed;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedAddresses.class)
@Import({
    KitBodies.class,
    KitProblems.class,
    KitPages.class,
    KitAudit.class,
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
