package id.hadir.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The PEM files by which the gateway speaks TLS. */
record TlsFiles(Path certificate, Path key) {

    static final String CERTIFICATE = "HADIR_TLS_CERTIFICATE";
    static final String KEY = "HADIR_TLS_KEY";

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    static Optional<TlsFiles> from(Map<String, String> environment) {
        String certificate = environment.getOrDefault(CERTIFICATE, "").strip();
        String key = environment.getOrDefault(KEY, "").strip();
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new Trouble(CERTIFICATE + " and " + KEY + " belong together", "set both or none");
        }
        return certificate.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TlsFiles(
                                Path.of(certificate).toAbsolutePath(),
                                Path.of(key).toAbsolutePath()));
    }

    /**
     * What browsers would refuse is refused here, and a key that is no secret.
     *
     * @throws Trouble with its remedy
     */
    void check(Instant now) {
        X509Certificate first = firstCertificate();
        if (now.isAfter(first.getNotAfter().toInstant())) {
            throw new Trouble(
                    "the certificate " + certificate + " expired at " + first.getNotAfter(),
                    "put a new one in its place");
        }
        checkKeyIsSecret();
        if (!belongsTo(privateKey(first.getPublicKey()), first.getPublicKey())) {
            throw new Trouble(
                    "the key " + key + " does not belong to the certificate " + certificate,
                    "name the two files that were made together");
        }
    }

    /** The gateway's own; those between it and the root follow in the file. */
    X509Certificate firstCertificate() {
        try (InputStream in = Files.newInputStream(certificate)) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new Trouble(
                    "the certificate " + certificate + " cannot be read",
                    "name a PEM file that the user who runs this may read in " + CERTIFICATE,
                    e);
        }
    }

    private void checkKeyIsSecret() {
        try {
            var permissions = Files.getPosixFilePermissions(key);
            if (permissions.contains(PosixFilePermission.OTHERS_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new Trouble("everybody may use the key " + key, "chmod 600 " + key);
            }
        } catch (IOException e) {
            throw unreadableKey(e);
        }
    }

    private PrivateKey privateKey(PublicKey ofTheCertificate) {
        try {
            Matcher pem = PKCS8.matcher(Files.readString(key));
            if (!pem.find()) {
                throw new Trouble(
                        key + " is no key in the form of PKCS #8 without a password",
                        "write it so: openssl pkcs8 -topk8 -nodes -in KEY -out NEW_KEY");
            }
            byte[] content = Base64.getMimeDecoder().decode(pem.group(1));
            return KeyFactory.getInstance(ofTheCertificate.getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(content));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw unreadableKey(e);
        }
    }

    private Trouble unreadableKey(Exception cause) {
        return new Trouble(
                "the key " + key + " cannot be read as the certificate's",
                "name a PEM file that the user who runs this may read in " + KEY,
                cause);
    }

    private static boolean belongsTo(PrivateKey key, PublicKey certified) {
        String algorithm = SIGNATURES.getOrDefault(key.getAlgorithm(), key.getAlgorithm());
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            byte[] signature = signing.sign();
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(certified);
            return verifying.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
