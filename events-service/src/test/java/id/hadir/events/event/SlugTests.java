package id.hadir.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlugTests {

    private static final LocalDate DAY = LocalDate.of(2027, 8, 11);

    @Test
    void itTellsTitleRegionAndYear() {
        assertThat(Slug.of("Netralitas ASN", "Kabupaten Pati", DAY))
                .isEqualTo("netralitas-asn-kabupaten-pati-2027");
    }

    @Test
    void whatTheTitleSaysIsNotSaidTwice() {
        assertThat(Slug.of("Rakor Kabupaten Pati 2027", "Kabupaten Pati", DAY))
                .isEqualTo("rakor-kabupaten-pati-2027");
    }

    @Test
    void aLongTitleEndsAtAWord() {
        String title =
                "Rapat Koordinasi Nasional Kesiapan Kepala Daerah Menjaga Netralitas ASN pada"
                        + " Pemilihan Serentak Tahun 2024";
        assertThat(Slug.of(title, "", null))
                .isEqualTo("rapat-koordinasi-nasional-kesiapan-kepala-daerah-menjaga");
    }

    @Test
    void aTitleWithoutLettersStillHasAnAddress() {
        assertThat(Slug.of("???", "", null)).isEqualTo("kegiatan");
    }

    @Test
    void anotherOneDiffers() {
        assertThat(Slug.another("rakor"))
                .matches("rakor-[a-z2-9]{5}")
                .isNotEqualTo(Slug.another("rakor"));
    }

    /** Whatever the title, the address is one plain part of a path, and no id. */
    @Property
    void anyTitleMakesAPlainAddress(
            @ForAll String title,
            @ForAll("regions") String region,
            @ForAll @IntRange(min = 1945, max = 2200) int year) {
        String slug = Slug.of(title, region, DAY.withYear(year));
        assertThat(slug).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(120);
        assertThat(Slug.another(slug)).startsWith(slug + "-").matches("[a-z0-9-]+");
    }

    @Provide
    static Arbitrary<String> regions() {
        return Arbitraries.of("Kabupaten Pati", "Kab. Administrasi Kepulauan Seribu", "");
    }
}
