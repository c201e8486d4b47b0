package id.hadir.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.problem.FieldError;
import id.hadir.kit.problem.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private static final PasswordOwner OWNER =
            new PasswordOwner("panitia.pati", "Siti Rahayu, S.H.", "Bawaslu Kabupaten Pati");

    @ParameterizedTest
    @CsvSource({
        "sembilan9, password-too-short",
        "PANITIA.PATI, password-is-username",
        "panitia.pati2027, password-personal",
        "2027-Panitia-Pati!, password-personal",
        "SitiRahayu1978, password-personal",
        "51t1 R4h4yu, password-personal",
        "bawaslu.pati.2026, password-personal",
        "siti@bawaslu, password-personal",
        "indonesia1945, password-common",
        "1nd0nes1a1945, password-common",
        "aaaabbbbaaaa, password-common",
    })
    void whatOthersWouldTryIsRefused(String password, String code) {
        assertThat(check(password)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tujuh belas agustus",
                "siti suka rujak cingur",
                "panitia-pati-rahasia",
                "Pati punya soto kemiri",
                "k9#vT2!qLmZ",
            })
    void whatOnlyTheOwnerKnowsPasses(String password) {
        assertThat(check(password)).isNull();
    }

    private static @Nullable String check(String password) {
        FieldErrors errors = new FieldErrors();
        PasswordRules.check("password", password, OWNER, errors);
        return errors.asList().stream().map(FieldError::code).findFirst().orElse(null);
    }
}
