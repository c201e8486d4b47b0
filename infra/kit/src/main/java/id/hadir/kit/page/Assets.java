package id.hadir.kit.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * The static files below {@code classpath:aset/}, held in memory, each under a URL that carries the
 * hash of its content: {@code kit/hadir.css} is {@code /aset/kit/hadir-1f2e3d4c5b.css}.
 */
public final class Assets {

    /** One file; {@code gzipped} is null where compressing does not pay. */
    record Asset(String url, MediaType type, byte[] content, byte @Nullable [] gzipped) {}

    private static final String HTMX =
            "classpath:META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final Pattern HASHED = Pattern.compile("/aset/(.+)-[0-9a-f]{10}(\\.[a-z0-9.]+)");

    private final Map<String, Asset> byName = new HashMap<>();

    public Assets() {
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (Resource resource : resolver.getResources("classpath*:aset/**/*.*")) {
                String url = resource.getURL().toString();
                add(url.substring(url.lastIndexOf("/aset/") + "/aset/".length()), resource);
            }
            add("kit/htmx.js", resolver.getResource(HTMX));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String url(String name) {
        Asset asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return asset.url();
    }

    /**
     * The file of a URL path. A path with an outdated hash, asked for while replicas of two
     * releases run side by side, finds today's file: compare {@link Asset#url} before caching it.
     */
    @Nullable Asset find(String path) {
        Matcher hashed = HASHED.matcher(path);
        return hashed.matches() ? byName.get(hashed.group(1) + hashed.group(2)) : null;
    }

    private void add(String name, Resource resource) throws IOException {
        byte[] content = resource.getContentAsByteArray();
        int dot = name.lastIndexOf('.');
        String url = "/aset/" + name.substring(0, dot) + "-" + hash(content) + name.substring(dot);
        MediaType type =
                MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        byName.put(name, new Asset(url, type, content, gzip(content)));
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte @Nullable [] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.size() < content.length * 9 / 10 ? bytes.toByteArray() : null;
    }
}
