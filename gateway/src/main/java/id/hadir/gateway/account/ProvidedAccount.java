package id.hadir.gateway.account;

import com.github.f4b6a3.uuid.UuidCreator;
import id.hadir.kit.problem.FieldErrors;
import id.hadir.kit.security.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as an identity provider tells of them.
 *
 * @param subject by which the provider knows the person for ever (OpenID Connect Core, 2)
 * @param username that the provider has for the person; it tells nothing of who that is here
 */
public record ProvidedAccount(
        String issuer,
        String subject,
        @Nullable String username,
        String name,
        Role role,
        @Nullable String agencyId,
        @Nullable String regionCode) {

    private static final int KEPT = 50;

    /** A new one; fails with {@code invalid} when it lacks what its role needs. */
    Account create() {
        return of(
                UuidCreator.getTimeOrderedEpoch(),
                usernames().getFirst(),
                null,
                Account.FIRST_VERSION);
    }

    /**
     * One that is there already; fails as {@link #create}.
     *
     * @param agencyName null while nobody has told it
     */
    Account applyTo(Account before, @Nullable String agencyName) {
        boolean isKnown = agencyName == null && Objects.equals(agencyId, before.agencyId());
        return of(
                before.id(),
                before.username(),
                isKnown ? before.agencyName() : agencyName,
                before.version());
    }

    private Account of(UUID id, String itsUsername, @Nullable String agencyName, long version) {
        FieldErrors errors = new FieldErrors();
        String validName = AccountFields.name(clipped(name), errors);
        String agency = AccountFields.agency(agencyId, role, errors);
        String region = AccountFields.region(regionCode, errors);
        errors.throwIfAny();
        return new Account(id, itsUsername, validName, role, agency, agencyName, region, version);
    }

    private static String clipped(String text) {
        return text.length() <= AccountFields.MAX_TEXT
                ? text
                : text.substring(0, AccountFields.MAX_TEXT);
    }

    /** The first of them that nobody has is the one; the last is nobody else's. */
    List<String> usernames() {
        String digest = digest();
        return Stream.of(
                        username, clippedUsername() + "-" + digest.substring(0, 8), "sso-" + digest)
                .filter(Objects::nonNull)
                .filter(AccountFields::isUsername)
                .toList();
    }

    private String clippedUsername() {
        String told = username == null ? "" : username;
        return told.length() <= KEPT ? told : told.substring(0, KEPT);
    }

    private String digest() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest((issuer + '\n' + subject).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
