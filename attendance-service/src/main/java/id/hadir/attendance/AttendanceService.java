package id.hadir.attendance;

import id.hadir.kit.audit.KitAudit;
import id.hadir.kit.body.KitBodies;
import id.hadir.kit.feed.FeedApplier;
import id.hadir.kit.feed.FeedConsumer;
import id.hadir.kit.feed.FeedServer;
import id.hadir.kit.feed.FeedSubscription;
import id.hadir.kit.listing.KitListings;
import id.hadir.kit.message.KitMessages;
import id.hadir.kit.page.KitPages;
import id.hadir.kit.problem.KitProblems;
import id.hadir.kit.secret.KitSecrets;
import id.hadir.kit.security.KitSecurity;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
@Import({
    KitBodies.class,
    KitProblems.class,
    KitListings.class,
    KitMessages.class,
    KitPages.class,
    KitAudit.class,
    KitSecrets.class,
    KitSecurity.class,
    FeedServer.class,
    FeedConsumer.class
})
class AttendanceService {

    public static void main(String[] args) {
        SpringApplication.run(AttendanceService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    FeedSubscription events(@Value("${hadir.feeds.events}") URI uri, FeedApplier eventCopy) {
        return new FeedSubscription("events", uri, "attendance", eventCopy);
    }
}
