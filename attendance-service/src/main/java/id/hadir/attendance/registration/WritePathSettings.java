package id.hadir.attendance.registration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param batch registrations of one event decided in one transaction, at most
 * @param waiting registrations that may wait in all; beyond them a request is refused with 503
 * @param parallel events at the database side by side, each on a connection of its own
 * @param patience after which a batch that the database does not answer is given up; it may have
 *     been written, so whoever asks again needs the same key
 */
@ConfigurationProperties("hadir.registration")
record WritePathSettings(
        @DefaultValue("256") int batch,
        @DefaultValue("4096") int waiting,
        @DefaultValue("8") int parallel,
        @DefaultValue("20s") Duration patience) {

    WritePathSettings {
        if (batch < 1 || waiting < batch || parallel < 1) {
            throw new IllegalArgumentException(
                    "hadir.registration needs batch >= 1, waiting >= batch, parallel >= 1");
        }
    }

    Batches.Limits limits() {
        return new Batches.Limits(batch, waiting, parallel, patience);
    }
}
