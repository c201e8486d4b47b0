package id.hadir.gateway.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the form to sign in has to know of the identity provider.
 *
 * @param issuer null without a provider
 * @param label of the button, in place of the usual text
 * @param localAccounts whether a password kept here opens anything
 */
@ConfigurationProperties("hadir.oidc")
public record SingleSignOn(
        @Nullable String issuer,
        @Nullable String label,
        @DefaultValue("true") boolean localAccounts) {

    public static final String PATH = SignInPages.PATH + "/oidc";

    public SingleSignOn {
        label = label == null || label.isBlank() ? null : label;
        if (issuer == null && !localAccounts) {
            throw new IllegalArgumentException(
                    "hadir.oidc.local-accounts=false, and no hadir.oidc.issuer: nobody could sign"
                            + " in");
        }
    }

    public boolean isOn() {
        return issuer != null;
    }

    /**
     * @param returnTo path to go to after signing in, or empty
     */
    public String address(String returnTo) {
        return returnTo.isEmpty()
                ? PATH
                : PATH + "?ke=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
    }
}
