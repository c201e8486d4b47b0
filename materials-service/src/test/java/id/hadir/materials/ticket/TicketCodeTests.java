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

    @Test
    void aQrHoldsTheCode() {
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
    }

    @Test
    void aCodeIsNeverInALog() {
        assertThat(new TicketCode("ABCDEFGHJKMN").toString()).doesNotContain("ABCD");
    }
}
