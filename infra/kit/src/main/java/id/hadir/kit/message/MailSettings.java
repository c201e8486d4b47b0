package id.hadir.kit.message;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param from the address that letters come from
 * @param folder where they are laid down while no mail server is named ({@code spring.mail.host})
 * @param keepLetters how long they lie there
 * @param keepRows how long after an event's end the outbox tells what was sent about it
 * @param sideBySide letters that are under way at once on each channel
 */
@ConfigurationProperties("hadir.mail")
public record MailSettings(
        String from, Path folder, Duration keepLetters, Duration keepRows, int sideBySide) {

    /** As many as a claim's time lets through at the slowest. */
    private static final int MOST = 64;

    public MailSettings {
        if (sideBySide < 1 || sideBySide > MOST) {
            throw new IllegalArgumentException("hadir.mail.side-by-side is not from 1 to " + MOST);
        }
    }
}
