package id.hadir.events;

import id.hadir.kit.audit.KitAudit;
import id.hadir.kit.body.KitBodies;
import id.hadir.kit.feed.FeedServer;
import id.hadir.kit.listing.KitListings;
import id.hadir.kit.message.KitMessages;
import id.hadir.kit.page.KitPages;
import id.hadir.kit.pdf.KitPdf;
import id.hadir.kit.problem.KitProblems;
import id.hadir.kit.security.KitSecurity;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import({
    KitBodies.class,
    KitProblems.class,
    KitListings.class,
    KitMessages.class,
    KitSecurity.class,
    KitPages.class,
    KitPdf.class,
    KitAudit.class,
    FeedServer.class
})
class EventsService {

    public static void main(String[] args) {
        SpringApplication.run(EventsService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
