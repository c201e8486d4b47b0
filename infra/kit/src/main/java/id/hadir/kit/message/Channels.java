package id.hadir.kit.message;

import java.util.List;

/**
 * By which ways messages go out of this service: by e-mail always, and to a gateway for messages to
 * telephones where one is set up.
 */
public record Channels(List<String> names) {

    public static final String EMAIL = "email";
    public static final String WEBHOOK = "webhook";

    static Channels of(WebhookSettings webhook) {
        return new Channels(webhook.isSet() ? List.of(EMAIL, WEBHOOK) : List.of(EMAIL));
    }

    /** For a statement. */
    public String[] asArray() {
        return names.toArray(String[]::new);
    }
}
