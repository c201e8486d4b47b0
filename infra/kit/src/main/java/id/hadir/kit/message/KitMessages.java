package id.hadir.kit.message;

import io.netty.channel.ChannelOption;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Import it, and {@code classpath:kit/message.yaml}, to have an outbox and a postman: by a mail
 * server where one is named, else into a folder. The service brings a {@link MessageWriter} and
 * {@link Addressees}, and its migrations make the table {@code outbox} and the view {@code
 * outbox_event (event_id, ended_at)}.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({MailSettings.class, WebhookSettings.class})
public class KitMessages {

    private static final int WAITING = 100;
    private static final int CONNECT_MILLIS = 5000;

    /** Mail servers and disks are waited for here. */
    @Bean(destroyMethod = "dispose")
    Scheduler mailScheduler(MailSettings settings) {
        return Schedulers.newBoundedElastic(settings.sideBySide(), WAITING, "mail");
    }

    @Bean
    LetterFolder letterFolder(MailSettings settings) {
        return new LetterFolder(settings.folder());
    }

    @Bean
    Courier courier(
            ObjectProvider<JavaMailSender> server,
            LetterFolder folder,
            Scheduler mailScheduler,
            MailSettings settings) {
        JavaMailSender smtp = server.getIfAvailable();
        return smtp == null
                ? new FolderCourier(folder, settings.from(), mailScheduler)
                : new SmtpCourier(smtp, settings.from(), mailScheduler);
    }

    @Bean
    OutboxStore outboxStore(DatabaseClient database) {
        return new OutboxStore(database);
    }

    @Bean
    Channels channels(WebhookSettings webhook) {
        return Channels.of(webhook);
    }

    /** The courier for telephones is no bean: what asks for a courier means that of letters. */
    @Bean
    Postman postman(
            OutboxStore outbox,
            MessageWriter writer,
            Courier courier,
            WebhookSettings webhook,
            MailSettings settings,
            JsonMapper json,
            Clock clock) {
        Courier byPhone =
                webhook.isSet() ? new WebhookCourier(webhook, gatewayClient(), json, clock) : null;
        return new Postman(outbox, writer, courier, byPhone, settings.sideBySide(), clock);
    }

    private static WebClient gatewayClient() {
        HttpClient http =
                HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                        .followRedirect(false);
        return WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
    }

    @Bean
    MessageLog messageLog(DatabaseClient database, Addressees addressees) {
        return new MessageLog(new MessageQueries(database), addressees);
    }

    @Bean
    OutboxCleaning outboxCleaning(
            OutboxStore outbox,
            LetterFolder folder,
            MailSettings settings,
            Clock clock,
            Scheduler mailScheduler) {
        return new OutboxCleaning(outbox, folder, settings, clock, mailScheduler);
    }
}
