package id.hadir.materials.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketCodeTests {

    @ParameterizedTest
    @ValueSource(strings = {"ABCD-EFGH-1K0M", "abcd efgh ik0m", "ABCDEFGHLKOM", " abcd-efgh-lkom "})
    void aCodeIsReadAsPeopleTypeIt(String typed) {
        TicketCode code = TicketCode.read(typed).orElseThrow();
        assertThat(code.value()).isEqualTo("ABCDEFGH1K0M");
        assertThat(code.grouped()).isEqualTo("ABCD-EFGH-1K0M");
    }

    /** The ids of key and event, the code and a signature. */
    @Test
    void aQrHoldsTheCode() {
        String qr =
                "HADIR2:18DJR001081G81860W40J2GB1G6GW3R3SVHA4YYB2DFWHV8J6XE839PBY0AKMQW4N77F66"
                    + "1XCA3TSMFP3D06B2NFTKWHWGV8HPSDFZ118SNS1DETZWJ4JVMKQ3EG49TCE6BBQR05597Q96DYWC";
        assertThat(TicketCode.read(qr).orElseThrow().value()).isEqualTo("7KQ2M9XWP4TZ");
        assertThat(TicketCode.read(qr + "0")).isEmpty();
        assertThat(TicketCode.read(qr.replace("HADIR2:1", "HADIR2:U"))).isEmpty();
    }

    @Test
    void aQrOfTheFirstReleaseHoldsTheCode() {
        ByteBuffer payload = ByteBuffer.allocate(40).position(32);
        payload.putLong(0b00001_00010_00011L); // 000000000123 in base32
        String base64 = Base64.getUrlEncoder().withoutPadding().encodeToString(payload.array());
        assertThat(TicketCode.read("HADIR1.k1." + base64 + ".signature").orElseThrow().value())
                .isEqualTo("000000000123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ABCD-EFGH",
                "ABCD-EFGH-JKMN-PQ",
                "UUUU-UUUU-UUUU",
                "HADIR2:",
                "HADIR2:ABCDEFGHJKMN",
                "HADIR1.",
                "HADIR1.k1.AAAA.x",
                "HADIR1.k1.%%%.x"
            })
    void anythingElseIsNoCode(String text) {
        assertThat(TicketCode.read(text)).isEmpty();
    }

    @Property
    void noTextBreaksTheReader(@ForAll String text) {
        TicketCode.read(text);
        TicketCode.read("HADIR1." + text);
        TicketCode.read("HADIR2:" + text);
    }

    @Test
    void aCodeIsNeverInALog() {
        assertThat(new TicketCode("ABCDEFGHJKMN").toString()).doesNotContain("ABCD");
    }
}
