package id.hadir.kit.message;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param from the address that letters come from
 * @param folder where they are laid down while no mail server is named ({@code spring.mail.host})
 * @param keepLetters how long they lie there
 * @param keepRows how long after an event's end the outbox tells what was sent about it
 */
@ConfigurationProperties("hadir.mail")
public record MailSettings(String from, Path folder, Duration keepLetters, Duration keepRows) {}
