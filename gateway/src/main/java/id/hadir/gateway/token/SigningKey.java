package id.hadir.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.UUID;

/** A key pair on P-256 for ES256 (RFC 7518, 3.4). */
record SigningKey(ECKey pair, Instant createdAt) {

    static SigningKey generate(Instant now) {
        try {
            ECKey pair =
                    new ECKeyGenerator(Curve.P_256)
                            .keyID(UUID.randomUUID().toString())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .generate();
            return new SigningKey(pair, now);
        } catch (JOSEException noSuchCurve) {
            throw new IllegalStateException(noSuchCurve);
        }
    }

    static SigningKey parse(String jwk, Instant createdAt) {
        try {
            return new SigningKey(ECKey.parse(jwk), createdAt);
        } catch (ParseException notAKey) {
            throw new IllegalStateException("unreadable signing key in the database", notAKey);
        }
    }

    String kid() {
        return pair.getKeyID();
    }

    /** With the private part: for the database only. */
    String json() {
        return pair.toJSONString();
    }

    ECKey publicKey() {
        return pair.toPublicJWK();
    }
}
