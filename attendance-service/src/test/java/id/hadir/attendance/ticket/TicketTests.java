package id.hadir.attendance.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicketTests {

    private static final TicketKey KEY = new TicketKey("abc123", new byte[] {1, 2, 3});

    @Property(tries = 300)
    void aCodeIsReadHoweverItIsTyped(@ForAll long bits) {
        TicketCode code = TicketCode.fromBits(bits);
        assertThat(code.bare()).hasSize(12).doesNotContain("I", "L", "O", "U");
        assertThat(TicketCode.fromBits(code.bits())).isEqualTo(code);
        assertThat(TicketCode.parse(code.shown().toLowerCase())).isEqualTo(code);
        assertThat(TicketCode.parse(code.bare().replace('0', 'o').replace('1', 'L')))
                .isEqualTo(code);
    }

    @Property(tries = 300)
    void whateverIsTypedIsACodeOrNone(@ForAll String typed) {
        TicketCode code = TicketCode.parse(typed);
        assertThat(code == null || code.bare().matches("[0-9A-HJKMNP-TV-Z]{12}")).isTrue();
    }

    @Property(tries = 200)
    void aQrIsGenuineAsItWasSignedAndNoOtherWay(
            @ForAll long bits, @ForAll @IntRange(min = 0, max = 200) int place) {
        TicketQr qr = new TicketQr(new UUID(bits, 1), new UUID(2, bits), TicketCode.fromBits(bits));
        String text = qr.signedBy(KEY);
        assertThat(TicketQr.verify(text, List.of(KEY))).isEqualTo(qr);
        if (place < text.length() && text.charAt(place) != 'x') {
            String changed = text.substring(0, place) + "x" + text.substring(place + 1);
            assertThat(TicketQr.verify(changed, List.of(KEY))).isNotEqualTo(qr);
        }
    }

    @Property(tries = 300)
    void whateverIsScannedIsNotGenuine(@ForAll String scanned) {
        assertThat(TicketQr.verify(TicketQr.PREFIX + scanned, List.of(KEY))).isNull();
    }

    @Test
    void aKeyThatWasReplacedStillVerifies() {
        TicketQr qr = new TicketQr(new UUID(1, 1), new UUID(2, 2), TicketCode.random());
        TicketKey newer = new TicketKey("def456", new byte[] {4, 5, 6});
        assertThat(TicketQr.verify(qr.signedBy(KEY), List.of(newer, KEY))).isEqualTo(qr);
        assertThat(TicketQr.verify(qr.signedBy(KEY), List.of(newer))).isNull();
        assertThat(
                        TicketQr.verify(
                                qr.signedBy(new TicketKey("abc123", new byte[] {9})), List.of(KEY)))
                .isNull();
    }
}
