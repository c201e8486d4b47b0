package id.hadir.gateway.edge;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the services are: scheme, host and port. */
@ConfigurationProperties("hadir.services")
public record ServiceSettings(URI events, URI attendance, URI materials) {}
