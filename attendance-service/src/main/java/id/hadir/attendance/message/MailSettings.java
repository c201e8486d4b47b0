package id.hadir.attendance.message;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param from the address that letters come from
 * @param folder where they are laid down while no mail server is named ({@code spring.mail.host})
 */
@ConfigurationProperties("hadir.mail")
record MailSettings(String from, Path folder) {}
