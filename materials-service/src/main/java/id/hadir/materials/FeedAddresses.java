package id.hadir.materials;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the feeds are that this service follows; without either of them it does not start. */
@ConfigurationProperties("hadir.feeds")
record FeedAddresses(URI events, URI registrations) {

    FeedAddresses {
        require("events", events);
        require("registrations", registrations);
    }

    private static void require(String feed, @Nullable URI address) {
        if (address == null || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "hadir.feeds." + feed + " is no address with a host: " + address);
        }
    }
}
