package id.hadir.gateway.secondfactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class SecondFactorTests extends SecondFactorTest {

    @Autowired SecondFactor factor;
    @Autowired SecondFactorStore store;

    @Test
    void onceSetUpAPasswordAloneIsNotEnough() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        refused(signIn(username, null), "second-factor-required");
        refused(signIn(username, ""), "second-factor-required");
        refused(signIn(username, "000000"), "bad-credentials");
        signIn(username, phone.code()).expectStatus().isOk();
    }

    @Test
    void aFactorCountsFromItsFirstRightCodeOn() {
        String username = accountWithRole("organiser");
        String token = tokenOf(username, PASSWORD);
        String path = "/api/account/second-factor";
        call(POST, path, token, Map.of("password", "not the password"))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        call(POST, path, token, Map.of("password", PASSWORD)).expectStatus().isOk();
        call(PUT, path, token, Map.of("code", "12345"))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("wrong-code");
        signIn(username, null).expectStatus().isOk();
    }

    @Test
    void anEnrolledFactorIsNotReplacedByWhoeverIsSignedIn() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        String token = String.valueOf(answer(signIn(username, phone.code())).get("token"));
        call(POST, "/api/account/second-factor", token, Map.of("password", PASSWORD))
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void whatThePasswordAloneHasOpenedEndsWithTheFirstRightCode() {
        String username = accountWithRole("organiser");
        String before = tokenOf(username, PASSWORD);
        enrol(username);
        call(GET, "/api/account", before, null).expectStatus().isUnauthorized();
    }

    @Test
    void anEnrolmentThatNobodyFinishedLapses() {
        String username = accountWithRole("organiser");
        String token = tokenOf(username, PASSWORD);
        Totp totp = begin(token);
        database.sql(
                        "update second_factor set begun_at = begun_at - interval '16 minutes'"
                                + " where account_id = :id")
                .bind("id", idOf(username))
                .then()
                .block();
        String code = new Phone(totp, List.of()).code();
        call(PUT, "/api/account/second-factor", token, Map.of("code", code))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        signIn(username, null).expectStatus().isOk();
    }

    /** The code was of the secret that was read; the one that is there now nobody has shown. */
    @Test
    void aSecretThatWasReplacedMeanwhileIsNotTurnedOn() {
        String username = accountWithRole("organiser");
        String token = tokenOf(username, PASSWORD);
        begin(token);
        UUID id = idOf(username);
        SecondFactorStore.Row read = Objects.requireNonNull(store.find(id).block());
        begin(token);
        assertThat(store.confirm(id, read.sealed(), 1).block()).isFalse();
        SecondFactorStore.Row now = Objects.requireNonNull(store.find(id).block());
        assertThat(store.confirm(id, now.sealed(), 1).block()).isTrue();
    }

    /** A sign-in that read the account without a factor is of that version: none is opened. */
    @Test
    void turningItOnMakesTheAccountAnother() {
        String username = accountWithRole("organiser");
        long before = versionOf(username);
        enrol(username);
        assertThat(versionOf(username)).isGreaterThan(before);
    }

    private long versionOf(String username) {
        return Objects.requireNonNull(
                database.sql("select version from account where id = :id")
                        .bind("id", idOf(username))
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    @Test
    void guessingTheFirstCodeIsSlowedDown() {
        String username = accountWithRole("organiser");
        String token = tokenOf(username, PASSWORD);
        String path = "/api/account/second-factor";
        call(POST, path, token, Map.of("password", PASSWORD)).expectStatus().isOk();
        for (int i = 0; i < 8; i++) {
            call(PUT, path, token, Map.of("code", "x" + i))
                    .expectStatus()
                    .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        call(PUT, path, token, Map.of("code", "x"))
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void aCodeIsGoodOnce() {
        String username = accountWithRole("organiser");
        String code = enrol(username).code();
        signIn(username, code).expectStatus().isOk();
        refused(signIn(username, code), "bad-credentials");
    }

    /** Each reads that the code is fresh; the guarded update lets one of them have it. */
    @Test
    void oneOfTwentyAtOnceHasTheCode() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        UUID id = idOf(username);
        for (int round = 0; round < 5; round++) {
            laterThanAllCodes(username);
            String code = phone.code();
            List<Boolean> verdicts =
                    Flux.range(0, 20)
                            .flatMap(
                                    _ ->
                                            factor.accepts(id, code)
                                                    .subscribeOn(Schedulers.boundedElastic()),
                                    20)
                            .collectList()
                            .block();
            assertThat(verdicts).filteredOn(accepted -> accepted).hasSize(1);
        }
    }

    @Test
    void eachRecoveryCodeStandsInOnceHoweverItIsTyped() {
        String username = accountWithRole("organiser");
        List<String> codes = enrol(username).recoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        String typed = codes.getFirst().toLowerCase(Locale.ROOT).replace('-', ' ');
        signIn(username, typed).expectStatus().isOk();
        refused(signIn(username, codes.getFirst()), "bad-credentials");
        signIn(username, codes.getLast()).expectStatus().isOk();
        refused(signIn(accountEnrolled(), codes.get(4)), "bad-credentials");
    }

    private String accountEnrolled() {
        String username = accountWithRole("organiser");
        enrol(username);
        return username;
    }

    @Test
    void guessingCodesIsSlowedDown() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        for (int i = 0; i < 8; i++) {
            refused(signIn(username, "00000" + i), "bad-credentials");
        }
        signIn(username, phone.code())
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .exists("Retry-After");
    }

    @Test
    void theDatabaseHasNeitherTheSecretNorARecoveryCode() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        assertThat(stored("select secret from second_factor where account_id = :id", username))
                .noneMatch(secret -> secret.contains(hex(phone.totp().bytes())));
        assertThat(stored("select code_hash from recovery_code where account_id = :id", username))
                .hasSize(10)
                .noneMatch(
                        hash ->
                                phone.recoveryCodes().stream()
                                        .flatMap(code -> Stream.of(code, code.replace("-", "")))
                                        .anyMatch(
                                                code -> hash.contains(hex(code.getBytes(UTF_8)))));
    }

    private List<String> stored(String select, String username) {
        return Objects.requireNonNull(
                database.sql(select)
                        .bind("id", idOf(username))
                        .mapValue(byte[].class)
                        .all()
                        .map(SecondFactorTests::hex)
                        .collectList()
                        .block());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** The operator has changed the key: the app is of no use, the codes on paper are. */
    @Test
    void aSecretThatCannotBeOpenedAnyMoreRefusesAndRecoveryCodesStillWork() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        database.sql("update second_factor set secret = :other where account_id = :id")
                .bind("other", ByteBuffer.wrap(new byte[52]))
                .bind("id", idOf(username))
                .then()
                .block();
        refused(signIn(username, phone.code()), "bad-credentials");
        signIn(username, phone.recoveryCodes().getFirst()).expectStatus().isOk();
    }

    @Test
    void anAdminRemovesALostFactorAndItsSignInsEnd() {
        String username = accountWithRole("organiser");
        Phone phone = enrol(username);
        String token = tokenWith(username, phone.code());
        call(DELETE, "/api/accounts/" + idOf(username) + "/second-factor", adminToken(), null)
                .expectStatus()
                .isNoContent();
        assertThat(isAlive(token)).isFalse();
        signIn(username, null).expectStatus().isOk();
    }

    private String tokenWith(String username, String code) {
        Map<?, ?> answer =
                signIn(username, code).expectBody(Map.class).returnResult().getResponseBody();
        return String.valueOf(Objects.requireNonNull(answer).get("token"));
    }

    private static void refused(WebTestClient.ResponseSpec answer, String code) {
        answer.expectStatus().isUnauthorized().expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
