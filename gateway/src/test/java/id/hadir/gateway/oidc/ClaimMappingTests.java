package id.hadir.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.gateway.oidc.ClaimMapping.Outcome;
import id.hadir.kit.security.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimMappingTests {

    private final ClaimMapping mapping = mapping("realm_access.roles");

    private static ClaimMapping mapping(String role) {
        return new ClaimMapping(
                new OidcSettings.Claims(
                        role, "agency", "wilayah.kode", "name", "preferred_username", "amr"),
                Map.of(
                        Role.ADMIN, List.of("h-admin"),
                        Role.ORGANISER, List.of("h-panitia", "h-bawaslu"),
                        Role.OFFICIAL, List.of("h-pejabat")),
                List.of("mfa", "otp"));
    }

    private static Map<String, Object> claims(Object... roles) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("realm_access", Map.of("roles", List.of(roles)));
        claims.put("agency", "agency-1");
        claims.put("wilayah", Map.of("kode", "33.18"));
        claims.put("name", "Siti Rahayu");
        claims.put("preferred_username", "siti");
        return claims;
    }

    @Test
    void pathsWithDotsAreFollowed() {
        assertThat(mapping.read(claims("offline_access", "h-pejabat")))
                .isEqualTo(
                        new Outcome.Known(
                                "siti", "Siti Rahayu", Role.OFFICIAL, "agency-1", "33.18", false));
    }

    @Test
    void aNameThatItselfHasDotsIsFoundToo() {
        Map<String, Object> claims = claims();
        claims.put("https://sso.go.id/hadir", Map.of("role", "h-pejabat"));
        assertThat(role(mapping("https://sso.go.id/hadir.role").read(claims)))
                .isEqualTo(Role.OFFICIAL);
        claims.put("https://sso.go.id/role", "h-admin");
        assertThat(role(mapping("https://sso.go.id/role").read(claims))).isEqualTo(Role.ADMIN);
    }

    @Test
    void ofSeveralRolesTheOneWithMostRightsCounts() {
        assertThat(role(mapping.read(claims("h-pejabat", "h-bawaslu", "h-admin"))))
                .isEqualTo(Role.ADMIN);
        assertThat(role(mapping.read(claims("h-pejabat", "h-panitia")))).isEqualTo(Role.ORGANISER);
    }

    @ParameterizedTest
    @CsvSource({"H-ADMIN", "admin", "h-admin2", "''"})
    void aValueThatIsNotNamedMeansNothing(String value) {
        assertThat(mapping.read(claims(value))).isInstanceOf(Outcome.WithoutRole.class);
    }

    @Test
    void aRoleThatIsNoTextMeansNothing() {
        assertThat(mapping.read(claims(1, true, Map.of("h-admin", "h-admin"))))
                .isInstanceOf(Outcome.WithoutRole.class);
        assertThat(mapping.read(Map.of("realm_access", "h-admin")))
                .isInstanceOf(Outcome.WithoutRole.class);
    }

    @Test
    void anOfficialWithoutRegionDoesNotReadTheCountryButOneWhoIsSaidToDoes() {
        Map<String, Object> without = claims("h-pejabat");
        without.remove("wilayah");
        assertThat(mapping.read(without)).isInstanceOf(Outcome.Incomplete.class);
        without.put("wilayah", Map.of("kode", List.of("33.18", "33.19")));
        assertThat(mapping.read(without)).isInstanceOf(Outcome.Incomplete.class);
        without.put("wilayah", Map.of("kode", 33.18));
        assertThat(mapping.read(without)).isInstanceOf(Outcome.Incomplete.class);
        without.put("wilayah", Map.of("kode", "00"));
        assertThat(((Outcome.Known) mapping.read(without)).regionCode()).isNull();
    }

    @Test
    void anOrganiserNeedsAnAgency() {
        Map<String, Object> without = claims("h-panitia");
        without.remove("agency");
        assertThat(mapping.read(without)).isInstanceOf(Outcome.Incomplete.class);
    }

    @Test
    void withoutANameTheUserNameStandsForIt() {
        Map<String, Object> claims = claims("h-admin");
        claims.remove("name");
        assertThat(((Outcome.Known) mapping.read(claims)).name()).isEqualTo("siti");
        claims.remove("preferred_username");
        assertThat(((Outcome.Known) mapping.read(claims)).name()).isEqualTo("SSO");
    }

    @Test
    void theSecondFactorIsAmongTheMethodsThatTheProviderNames() {
        Map<String, Object> claims = claims("h-admin");
        claims.put("amr", List.of("pwd"));
        assertThat(((Outcome.Known) mapping.read(claims)).bySecondFactor()).isFalse();
        claims.put("amr", List.of("pwd", "otp"));
        assertThat(((Outcome.Known) mapping.read(claims)).bySecondFactor()).isTrue();
        claims.put("amr", "mfa");
        assertThat(((Outcome.Known) mapping.read(claims)).bySecondFactor()).isTrue();
    }

    /** Whatever a provider sends, there is an outcome, and no role that nobody has named. */
    @Property(tries = 300)
    void anyClaimsHaveAnOutcome(
            @ForAll String path, @ForAll Map<String, Map<String, String>> claims) {
        assertThat(mapping(path).read(claims)).isInstanceOf(Outcome.WithoutRole.class);
    }

    private static Role role(Outcome outcome) {
        return ((Outcome.Known) outcome).role();
    }
}
