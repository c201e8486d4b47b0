package id.hadir.materials.receipt;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a material got in one office: invited, or registered anyway.
 *
 * @param downloadedAt when the first of the office downloaded it
 * @param acknowledgedAt when the last of the office took note of it
 * @param passedOnTo sum of what those of the office said
 */
public record OfficeReceipt(
        Office unit,
        State state,
        @Nullable Instant downloadedAt,
        @Nullable Instant acknowledgedAt,
        long passedOnTo) {

    /**
     * @param id null for an office that was typed and is not matched yet; then kind and region are
     *     unknown too
     */
    public record Office(
            @Nullable UUID id, String name, @Nullable String kind, @Nullable String regionCode) {

        /** Tells apart offices of the same name. */
        String key() {
            return id == null ? name : id.toString();
        }
    }

    public enum State {
        OUTSTANDING("badge--wait", "hourglass"),
        DOWNLOADED("", "download"),
        ACKNOWLEDGED("badge--done", "done");

        private final String css;
        private final String icon;

        State(String css, String icon) {
            this.css = css;
            this.icon = icon;
        }

        public String css() {
            return css;
        }

        public String icon() {
            return icon;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static OfficeReceipt of(
            Office unit,
            @Nullable Instant downloadedAt,
            @Nullable Instant acknowledgedAt,
            long passedOnTo) {
        State state =
                acknowledgedAt != null
                        ? State.ACKNOWLEDGED
                        : downloadedAt != null ? State.DOWNLOADED : State.OUTSTANDING;
        return new OfficeReceipt(unit, state, downloadedAt, acknowledgedAt, passedOnTo);
    }
}
