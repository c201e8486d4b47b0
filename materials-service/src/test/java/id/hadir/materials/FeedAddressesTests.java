package id.hadir.materials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FeedAddressesTests {

    private static FeedAddresses bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("hadir.feeds", FeedAddresses.class);
    }

    @Test
    void bothFeedsAreNamedWithTheirHost() {
        FeedAddresses addresses =
                bound(
                        Map.of(
                                "hadir.feeds.events", "http://127.0.0.1:8081/feeds/events",
                                "hadir.feeds.registrations", "http://attendance/feeds/events"));
        assertThat(addresses.events()).hasPort(8081);
        assertThat(addresses.registrations()).hasHost("attendance");
    }

    @Test
    void aFeedThatIsMissingOrHasNoHostIsToldByItsName() {
        assertThatThrownBy(() -> bound(Map.of("hadir.feeds.events", "http://127.0.0.1:8081/")))
                .hasRootCauseMessage("hadir.feeds.registrations is no address with a host: null");
        assertThatThrownBy(() -> bound(Map.of("hadir.feeds.events", "feeds/events")))
                .hasRootCauseMessage("hadir.feeds.events is no address with a host: feeds/events");
    }
}
