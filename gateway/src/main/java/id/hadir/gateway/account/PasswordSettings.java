package id.hadir.gateway.account;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param breached the operator's file of breached passwords, see {@link BreachFile}; without it the
 *     own short list alone is looked at
 */
@ConfigurationProperties("hadir.passwords")
record PasswordSettings(@Nullable Path breached) {}
