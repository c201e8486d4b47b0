package id.hadir.gateway.oidc;

import id.hadir.kit.security.Role;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's claims say of somebody here.
 *
 * @param roles the values of the role's claim that mean a role
 * @param secondFactors values that tell of a second factor
 */
record ClaimMapping(
        OidcSettings.Claims names, Map<Role, List<String>> roles, List<String> secondFactors) {

    /** The region of who reads the whole country: an official without any reads nothing. */
    static final String NATION = "00";

    sealed interface Outcome {

        /**
         * @param username that the provider has for the person; others may have it here
         * @param regionCode null is the whole country
         */
        record Known(
                @Nullable String username,
                String name,
                Role role,
                @Nullable String agencyId,
                @Nullable String regionCode,
                boolean bySecondFactor)
                implements Outcome {}

        /** No value of the role's claim means a role here. */
        record WithoutRole() implements Outcome {}

        /** An organiser or desk officer without agency, or an official without region. */
        record Incomplete() implements Outcome {}
    }

    Outcome read(Map<String, ?> claims) {
        Optional<Role> role = highestRole(claims);
        if (role.isEmpty()) {
            return new Outcome.WithoutRole();
        }
        String agency = only(claims, names.agency());
        String region = only(claims, names.region());
        if (lacksReach(role.get(), agency, region)) {
            return new Outcome.Incomplete();
        }
        String username = only(claims, names.username());
        String name = only(claims, names.name());
        return new Outcome.Known(
                username,
                name != null ? name : username != null ? username : "SSO",
                role.get(),
                agency,
                NATION.equals(region) ? null : region,
                texts(claims, names.secondFactor()).anyMatch(secondFactors::contains));
    }

    /** Of several the one with most rights; roles are declared in that order. */
    private Optional<Role> highestRole(Map<String, ?> claims) {
        List<String> told = texts(claims, names.role()).toList();
        return roles.keySet().stream()
                .filter(role -> !Collections.disjoint(roles.getOrDefault(role, List.of()), told))
                .min(Comparator.naturalOrder());
    }

    private static boolean lacksReach(Role role, @Nullable String agency, @Nullable String region) {
        return switch (role) {
            case ORGANISER, DESK -> agency == null;
            case OFFICIAL -> region == null;
            case ADMIN, ANYONE -> false;
        };
    }

    /** Null when there is none, or more than one: which of them would be a guess. */
    private static @Nullable String only(Map<String, ?> claims, String path) {
        List<String> found = texts(claims, path).distinct().toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    private static Stream<String> texts(Map<String, ?> claims, String path) {
        Object found = at(claims, path);
        Stream<?> values =
                found instanceof Collection<?> several
                        ? several.stream()
                        : Stream.ofNullable(found);
        return values.filter(String.class::isInstance)
                .map(String.class::cast)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** A name may have dots in it, as {@code https://hadir.go.id/role}: the longest fits first. */
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                Object found = at(inner, path.substring(dot + 1));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
