package id.hadir.attendance.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param batch registrations of one event decided in one transaction, at most
 * @param waiting registrations that may wait in all; beyond them a request is refused with 503
 * @param parallel events at the database side by side; leave connections of the pool to readers
 */
@ConfigurationProperties("hadir.registration")
record WritePathSettings(
        @DefaultValue("256") int batch,
        @DefaultValue("4096") int waiting,
        @DefaultValue("4") int parallel) {

    WritePathSettings {
        if (batch < 1 || waiting < batch || parallel < 1) {
            throw new IllegalArgumentException(
                    "hadir.registration needs batch >= 1, waiting >= batch, parallel >= 1");
        }
    }

    Batches.Limits limits() {
        return new Batches.Limits(batch, waiting, parallel);
    }
}
