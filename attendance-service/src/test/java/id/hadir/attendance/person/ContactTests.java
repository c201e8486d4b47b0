package id.hadir.attendance.person;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.problem.FieldErrors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Phone and e-mail. */
class ContactTests {

    private final FieldErrors errors = new FieldErrors();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "081234567890",
                "0812 3456 7890",
                "0812-3456-7890",
                "+6281234567890",
                "+62 812-3456-7890",
                "6281234567890"
            })
    void readsIndonesianMobileNumbers(String typed) {
        assertThat(Phone.parse("phone", typed, errors)).isEqualTo(new Phone("+6281234567890"));
        assertThat(errors.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0211234567",
                "12345",
                "+6591234567",
                "08",
                "0812345678901234567",
                "0812ABCDEFG",
                "081234567890 ext 5",
                "+62 21 1234567",
                "٠٨١٢٣٤٥٦٧٨٩٠",
                "+1 812 345 67890"
            })
    void refusesOtherNumbers(String typed) {
        assertThat(Phone.parse("phone", typed, errors)).isNull();
        assertThat(errors.isEmpty()).isFalse();
    }

    @Property(tries = 500)
    void whateverIsTypedIsAMobileNumberAbsentOrTold(@ForAll("numbers") String typed) {
        FieldErrors told = new FieldErrors();
        Phone phone = Phone.parse("phone", typed, told);
        assertThat(phone != null || typed.isBlank()).isEqualTo(told.isEmpty());
        if (phone != null) {
            assertThat(phone.e164()).matches("\\+628[0-9]{8,11}");
            assertThat(Phone.parse("phone", phone.e164(), told)).isEqualTo(phone);
        }
    }

    @Property
    void whateverIsTypedIsAnAddressAbsentOrTold(@ForAll("addresses") String typed) {
        FieldErrors told = new FieldErrors();
        Email email = Email.parse("email", typed, told);
        assertThat(email != null || typed.isBlank()).isEqualTo(told.isEmpty());
        if (email != null) {
            assertThat(email.address())
                    .matches("[\\x21-\\x7e&&[^@<>\"(),:;]]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,63}")
                    .doesNotContain("..")
                    .hasSizeLessThanOrEqualTo(254);
        }
    }

    @Provide
    static Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Combinators.combine(
                                Arbitraries.of("08", "+628", "628", "0 8", "8", "+1", "021"),
                                Arbitraries.strings().numeric().withChars(" .-()").ofMaxLength(14))
                        .as((start, rest) -> start + rest));
    }

    @Provide
    static Arbitrary<String> addresses() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings()
                        .withChars("ab1.-_+@'<>\", \r\né")
                        .ofMaxLength(12)
                        .map(local -> local + "@pati.go.id"),
                Arbitraries.strings()
                        .withChars("ab1.-_@ \0")
                        .ofMaxLength(300)
                        .map(domain -> "budi@" + domain + ".id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"budi@serangkab.go.id", "b.u-d_i+x@a-b.co", "O'Brien@example.org"})
    void readsAddresses(String typed) {
        assertThat(Email.parse("email", typed, errors)).isEqualTo(new Email(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "budi",
                "budi@",
                "@go.id",
                "budi@local",
                "bu di@go.id",
                "budi@go..id",
                ".budi@go.id",
                "budi@-go.id",
                "a@b.c\n"
            })
    void refusesWhatIsNoAddress(String typed) {
        if (typed.strip().equals(typed)) {
            assertThat(Email.parse("email", typed, errors)).isNull();
        }
        assertThat(Email.parse("email", typed.strip(), errors)).isNull();
    }
}
