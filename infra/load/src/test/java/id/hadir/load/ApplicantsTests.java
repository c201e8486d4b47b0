package id.hadir.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ApplicantsTests {

    @Test
    void everybodyHasANipOfTheirOwn() {
        long around = 12_000L * 1000;
        assertThat(
                        LongStream.concat(
                                        LongStream.range(0, 50_000),
                                        LongStream.range(around, around + 50_000))
                                .mapToObj(Applicants::nip)
                                .distinct())
                .hasSize(100_000)
                .allMatch(nip -> nip.matches("(19|20)\\d{6}2010(0[1-9]|1[0-2])[12]\\d{3}"));
    }
}
