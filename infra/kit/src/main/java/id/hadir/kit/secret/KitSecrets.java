package id.hadir.kit.secret;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Import it to have {@link SealedSecrets}; the service's own migrations make the table {@code
 * secret_key (id integer primary key, key bytea, created_at timestamptz)}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecretSettings.class)
public class KitSecrets {

    @Bean
    SealedSecrets sealedSecrets(SecretSettings settings, DatabaseClient database, Clock clock) {
        return new SealedSecrets(settings, new SecretKeyStore(database, clock));
    }
}
