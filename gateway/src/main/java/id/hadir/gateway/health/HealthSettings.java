package id.hadir.gateway.health;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where each service tells its health: on its management port, which is not routed. */
@ConfigurationProperties("hadir.health")
record HealthSettings(URI events, URI attendance, URI materials) {

    List<URI> all() {
        return List.of(events, attendance, materials);
    }
}
