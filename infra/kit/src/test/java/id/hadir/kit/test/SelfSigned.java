package id.hadir.kit.test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate for this machine that signed itself, and its key, as PEM files. */
public record SelfSigned(Path certificate, Path key) {

    private static final String PASSWORD = "changeit";

    /** Good for a month from now. */
    public static SelfSigned make(Path folder) {
        return make(folder, List.of());
    }

    /** One that was good for ten days, a while ago. */
    public static SelfSigned expired(Path folder) {
        return make(folder, List.of("-startdate", "-40d", "-validity", "10"));
    }

    private static SelfSigned make(Path folder, List<String> options) {
        try {
            Files.createDirectories(folder);
            Path store = folder.resolve("made.p12");
            Files.deleteIfExists(store);
            keytool(store, options);
            KeyStore made = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                made.load(in, PASSWORD.toCharArray());
            }
            return new SelfSigned(
                    write(
                            folder.resolve("certificate.pem"),
                            "CERTIFICATE",
                            made.getCertificate("it").getEncoded()),
                    write(
                            folder.resolve("key.pem"),
                            "PRIVATE KEY",
                            made.getKey("it", PASSWORD.toCharArray()).getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }

    private static void keytool(Path store, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", "it", "-dname", "CN=Hadir"));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-ext", "SAN=dns:localhost,ip:127.0.0.1"));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(said);
        }
    }

    /** Whole at once, as who exchanges a certificate has to; only the owner reads it. */
    private static Path write(Path file, String label, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        String base64 =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content);
        Files.writeString(
                draft,
                "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(label, base64, label));
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
