package id.hadir.gateway.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final Totp RFC =
            Totp.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, the last six digits of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130",
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(RFC.code(Totp.stepAt(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @Test
    void theSecretIsWrittenAsAppsReadIt() {
        assertThat(RFC.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(RFC.uri("siti@pati"))
                .startsWith("otpauth://totp/Hadir:siti%40pati?secret=GEZDGNBVGY3TQOJQ")
                .contains("&issuer=Hadir");
    }

    @Property
    void aCodeFitsWhileTheClockIsOneStepOffAndNotOnceItWasUsed(
            @ForAll @Size(20) byte[] secret,
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds,
            @ForAll @IntRange(min = -1, max = 1) int off) {
        Totp totp = Totp.of(secret);
        Instant now = Instant.ofEpochSecond(seconds);
        long step = Totp.stepAt(now) + off;
        assertThat(totp.step(totp.code(step), now, step - 1)).hasValue(step);
        assertThat(totp.step(totp.code(step), now, step).stream())
                .noneMatch(fitting -> fitting == step);
    }

    @Property
    void aCodeNeverFitsAsThatOfAnotherTime(
            @ForAll @Size(20) byte[] secret,
            @ForAll @LongRange(min = 100, max = 4_000_000_000L) long seconds,
            @ForAll @IntRange(min = 2, max = 1000) int later) {
        Totp totp = Totp.of(secret);
        Instant now = Instant.ofEpochSecond(seconds);
        long far = Totp.stepAt(now) + later;
        assertThat(totp.step(totp.code(far), now, Long.MIN_VALUE).stream())
                .noneMatch(fitting -> fitting == far);
    }

    /** Whatever is typed for a code, only one of six digits can fit. */
    @Property
    void anyOtherTextNeverFits(@ForAll @Size(20) byte[] secret, @ForAll String typed) {
        assertThat(
                        Totp.of(secret)
                                        .step(typed, Instant.ofEpochSecond(1_800_000_000), 0)
                                        .isEmpty()
                                || typed.matches("[0-9]{6}"))
                .isTrue();
    }

    @Property
    void theSecretInBaseThirtyTwoIsTheSecret(@ForAll @Size(20) byte[] secret) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        BigInteger read = BigInteger.ZERO;
        for (char letter : Totp.of(secret).base32().toCharArray()) {
            read = read.shiftLeft(5).or(BigInteger.valueOf(alphabet.indexOf(letter)));
        }
        assertThat(read).isEqualTo(new BigInteger(1, secret));
    }
}
