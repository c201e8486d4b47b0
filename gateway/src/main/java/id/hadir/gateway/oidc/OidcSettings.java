package id.hadir.gateway.oidc;

import id.hadir.gateway.account.AccountView;
import id.hadir.kit.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * The provider, and what its claims mean here. Wrong settings end the start of the gateway; a
 * provider that cannot be reached does not.
 *
 * @param issuer as the provider names itself in its tokens; null without one
 * @param clientSecret or {@code clientSecretFile} with it in the first line
 * @param scopes that are asked for; {@code openid} must be among them
 * @param algorithm that its tokens are signed with, and no other
 * @param roles the code of a role here, and the values of the role's claim that mean it
 * @param secondFactor values of its claim by which the provider says that it has asked for a second
 *     factor
 */
@ConfigurationProperties("hadir.oidc")
record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable Path clientSecretFile,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("RS256") SignatureAlgorithm algorithm,
        @DefaultValue Claims claims,
        @DefaultValue Map<String, List<String>> roles,
        @DefaultValue({"mfa", "otp", "hwk"}) List<String> secondFactor) {

    /** Where to find each thing among the claims: a name, or a path of names with dots. */
    record Claims(
            @DefaultValue("realm_access.roles") String role,
            @DefaultValue("hadir_agency") String agency,
            @DefaultValue("hadir_region") String region,
            @DefaultValue("name") String name,
            @DefaultValue("preferred_username") String username,
            @DefaultValue("amr") String secondFactor) {}

    OidcSettings {
        if (issuer != null) {
            check(isSafe(URI.create(issuer)), "issuer is no https address");
            check(clientId != null && !clientId.isBlank(), "client-id is missing");
            check(
                    (clientSecret == null) != (clientSecretFile == null),
                    "client-secret or client-secret-file: one of them");
            check(scopes.contains("openid"), "scopes lack openid");
            check(!roles.isEmpty(), "roles has no role");
            check(
                    AccountView.ROLES.containsAll(roles.keySet()),
                    "roles names other roles than " + AccountView.ROLES);
        }
    }

    private static void check(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException("hadir.oidc." + fault);
        }
    }

    /** Without TLS only on this machine: who listens on the way would sign in as anybody. */
    private static boolean isSafe(URI issuer) {
        return issuer.getHost() != null
                && ("https".equals(issuer.getScheme())
                        || ("http".equals(issuer.getScheme()) && isLoopback(issuer.getHost())));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    String requiredIssuer() {
        return String.valueOf(issuer);
    }

    String requiredClientId() {
        return String.valueOf(clientId);
    }

    String secret() {
        if (clientSecretFile == null) {
            return String.valueOf(clientSecret);
        }
        try {
            return Files.readString(clientSecretFile).lines().findFirst().orElse("").strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    ClaimMapping mapping() {
        Map<Role, List<String>> byRole = new EnumMap<>(Role.class);
        roles.forEach((code, values) -> byRole.put(Role.ofCode(code), values));
        return new ClaimMapping(claims, byRole, secondFactor);
    }
}
