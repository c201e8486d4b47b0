package id.hadir.gateway.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param adminPassword password of the first account, read only when there is no account
 */
@ConfigurationProperties("hadir")
record AccountSettings(@Nullable String adminPassword) {}
