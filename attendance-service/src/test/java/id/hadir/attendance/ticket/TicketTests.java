package id.hadir.attendance.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.qr.QrDrawing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketTests {

    private static final String PREFIX = "HADIR2:";
    private static final int LENGTH = 153;
    private static final SigningKey KEY = new SigningKey("abc123", new byte[32]);
    private static final byte[] HMAC_SECRET = {1, 2, 3};

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

    @Property(tries = 300)
    void bytesAreWrittenInOneWay(@ForAll byte[] bytes) {
        String text = Base32.encode(bytes);
        assertThat(Base32.decode(text, bytes.length)).isEqualTo(bytes);
        assertThat(Base32.decode(text + "0", bytes.length)).isNull();
    }

    @Property(tries = 200)
    void aQrIsGenuineAsItWasSigned(@ForAll long most, @ForAll long least, @ForAll long bits) {
        TicketQr qr = new TicketQr(new UUID(most, least), TicketCode.fromBits(bits));
        String text = qr.signedBy(KEY);
        assertThat(text).matches("HADIR2:[0-9A-HJKMNP-TV-Z]{146}").isEqualTo(qr.signedBy(KEY));
        assertThat(verified(text, key(KEY))).isEqualTo(qr);
    }

    @Property(tries = 500)
    void oneCharacterChangedIsRefused(
            @ForAll long bits,
            @ForAll @IntRange(max = LENGTH - 1) int place,
            @ForAll @IntRange(max = 31) int digit) {
        String text = new TicketQr(new UUID(bits, 1), TicketCode.fromBits(bits)).signedBy(KEY);
        char other = Base32.ALPHABET.charAt(digit);
        if (text.charAt(place) != other) {
            String changed = text.substring(0, place) + other + text.substring(place + 1);
            assertThat(verified(changed, key(KEY))).isNull();
        }
    }

    @Property(tries = 500)
    void whateverIsScannedIsNotGenuine(@ForAll String scanned) {
        for (String text : List.of(scanned, PREFIX + scanned, "HADIR1." + scanned)) {
            assertThat(verified(text, key(KEY))).isNull();
        }
    }

    @Test
    void theSignatureOfATicketIsForNoOtherEventAndNoOtherKey() {
        TicketCode code = TicketCode.random();
        String text = new TicketQr(new UUID(1, 1), code).signedBy(KEY);
        String ofOther = new TicketQr(new UUID(2, 2), code).signedBy(KEY);
        int signatureAt = PREFIX.length() + 44;
        assertThat(
                        verified(
                                ofOther.substring(0, signatureAt) + text.substring(signatureAt),
                                key(KEY)))
                .isNull();
        SigningKey sameName = new SigningKey(KEY.kid(), filled(9));
        assertThat(verified(text, key(sameName))).isNull();
        SigningKey sameBytes = new SigningKey("def456", new byte[32]);
        assertThat(verified(text, key(sameBytes))).isNull();
        assertThat(verified(text, key(sameBytes), key(KEY))).isNotNull();
    }

    @Test
    void aKeyThatWasReplacedStillVerifiesAndAWithdrawnOneDoesNot() {
        String text = new TicketQr(new UUID(1, 1), TicketCode.random()).signedBy(KEY);
        Instant now = Instant.now();
        assertThat(verified(text, key(KEY, now, null))).isNotNull();
        assertThat(verified(text, key(KEY, now, now))).isNull();
    }

    /** The public half does for no HMAC, or whoever knows it could sign. */
    @Test
    void anEarlierQrIsReadWithItsOwnKeyOnly() throws GeneralSecurityException {
        TicketQr qr = new TicketQr(new UUID(1, 1), TicketCode.random());
        TicketKey hmac =
                new TicketKey("00ff00", Signature.HMAC, HMAC_SECRET, Instant.EPOCH, null, null);
        String text = earlier("00ff00", qr, HMAC_SECRET);
        assertThat(verified(text, hmac)).isEqualTo(qr);
        for (int place = 0; place < text.length(); place++) {
            for (char other : List.of('w', 'x')) {
                String changed = text.substring(0, place) + other + text.substring(place + 1);
                if (!changed.equals(text)) {
                    assertThat(verified(changed, hmac)).as(changed).isNull();
                }
            }
        }
        assertThat(verified(earlier(KEY.kid(), qr, KEY.publicKey()), key(KEY))).isNull();
    }

    /** 49 modules a side with the quiet zone: version 6, as before. */
    @Test
    void theQrIsNoFinerThanBefore() throws GeneralSecurityException {
        TicketQr qr = new TicketQr(UUID.randomUUID(), TicketCode.random());
        int before = QrDrawing.of(earlier("00ff00", qr, HMAC_SECRET)).side();
        assertThat(QrDrawing.of(qr.signedBy(KEY)).side()).isEqualTo(49).isEqualTo(before);
    }

    private static @Nullable TicketQr verified(String text, TicketKey... keys) {
        TicketQr.Scanned scanned = TicketQr.read(text);
        return scanned == null
                ? null
                : new TicketKeys(List.of(keys), KEY, Instant.EPOCH).verify(scanned);
    }

    private static TicketKey key(SigningKey key) {
        return key(key, null, null);
    }

    private static TicketKey key(
            SigningKey key, @Nullable Instant retired, @Nullable Instant withdrawn) {
        return new TicketKey(
                key.kid(), Signature.ED25519, key.publicKey(), Instant.EPOCH, retired, withdrawn);
    }

    private static byte[] filled(int with) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    /** As the first release wrote it. */
    static String earlier(String kid, TicketQr qr, byte[] secret) throws GeneralSecurityException {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        byte[] payload =
                ByteBuffer.allocate(40)
                        .putLong(qr.eventId().getMostSignificantBits())
                        .putLong(qr.eventId().getLeastSignificantBits())
                        .putLong(7)
                        .putLong(7)
                        .putLong(qr.code().bits())
                        .array();
        String signed = "HADIR1." + kid + "." + base64.encodeToString(payload);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + base64.encodeToString(Arrays.copyOf(signature, 16));
    }
}
