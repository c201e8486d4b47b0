package id.hadir.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes calls of an operation that are good but for one thing. */
final class FuzzCalls {

    enum Flaw {
        NONE,
        VALUE,
        TEXT,
        DEPTH,
        BROKEN_BODY,
        NO_BODY,
        MEDIA_TYPE,
        HEADERS,
        PARAMETERS,
        TWICE,
        PATH
    }

    private static final String BOUNDARY = "----hadir";
    private static final int DEEP = 5_000;

    private final ApiDocument.Operation operation;
    private final FuzzValues values;
    private final Random random;
    private final Flaw flaw;

    FuzzCalls(ApiDocument.Operation operation, FuzzValues values, Random random, Flaw flaw) {
        this.operation = operation;
        this.values = values;
        this.random = random;
        this.flaw = flaw;
    }

    /**
     * @param token of who calls; null for nobody
     * @param etag of what is there now, for calls that have to name it
     */
    FuzzCall call(@Nullable String token, String etag) {
        List<String> headers = new ArrayList<>();
        if (token != null) {
            headers.addAll(List.of("Authorization", "Bearer " + token));
        }
        // another address each time: how often one may ask is another test's business
        headers.addAll(
                List.of(
                        "X-Forwarded-For",
                        "198.18.%d.%d".formatted(random.nextInt(256), random.nextInt(256))));
        if (isSpoilt() && random.nextInt(3) == 0) {
            headers.addAll(List.of("X-Ticket", values.text("X-Ticket")));
        }
        StringBuilder query = new StringBuilder();
        String path = operation.path();
        for (ApiDocument.Parameter parameter : operation.parameters()) {
            String value = value(parameter, etag);
            switch (parameter.in()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", encoded(value));
                case "query" -> {
                    if (parameter.required() || isSpoilt() && random.nextBoolean()) {
                        append(query, parameter.name(), value);
                        if (flaw == Flaw.TWICE) {
                            append(query, parameter.name(), values.odd());
                        }
                    }
                }
                default -> {
                    if (flaw != Flaw.NO_BODY && parameter.required() || random.nextBoolean()) {
                        headers.addAll(List.of(parameter.name(), headerValue(value)));
                    }
                }
            }
        }
        if (flaw == Flaw.PARAMETERS || flaw == Flaw.TWICE) {
            append(query, "tidak-ada", values.odd());
            append(query, "cursor", values.odd());
            append(query, "limit", values.odd());
        }
        if (flaw == Flaw.HEADERS) {
            oddHeaders(headers);
        }
        byte[] body = body(headers);
        return new FuzzCall(operation.method(), path + query, headers, body);
    }

    /** What is good says no more than it has to: of what may be left out, not all fits together. */
    private boolean isSpoilt() {
        return flaw != Flaw.NONE;
    }

    private String value(ApiDocument.Parameter parameter, String etag) {
        boolean isOdd = parameter.in().equals("path") ? flaw == Flaw.PATH : flaw == Flaw.PARAMETERS;
        if (isOdd) {
            return random.nextInt(8) == 0 ? "x".repeat(4_000) : values.odd();
        }
        if (parameter.name().equals("If-Match")) {
            return etag;
        }
        return values.good(
                        parameter.in().equals("path") ? inPath(parameter) : parameter.name(),
                        parameter.schema())
                .asString();
    }

    /** {@code id} is of what the path names before it: {@code events.id}, {@code units.id}. */
    private String inPath(ApiDocument.Parameter parameter) {
        String before =
                operation.path().substring(0, operation.path().indexOf("/{" + parameter.name()));
        return before.substring(before.lastIndexOf('/') + 1) + "." + parameter.name();
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The client itself sends nothing else. */
    private static String headerValue(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private void oddHeaders(List<String> headers) {
        for (String name :
                List.of(
                        "Accept",
                        "Accept-Language",
                        "If-Match",
                        "If-None-Match",
                        "Range",
                        "X-Ticket",
                        "Idempotency-Key",
                        "Cookie",
                        "Origin",
                        "X-CSRF-Token",
                        "Last-Event-ID",
                        "X-HTTP-Method-Override")) {
            if (random.nextInt(3) == 0) {
                headers.addAll(List.of(name, headerValue(values.odd())));
            }
        }
    }

    private byte @Nullable [] body(List<String> headers) {
        if (operation.bodies().isEmpty() || flaw == Flaw.NO_BODY) {
            return null;
        }
        Map.Entry<String, JsonNode> content =
                values.oneOf(List.copyOf(operation.bodies().entrySet()));
        String type = content.getKey();
        byte[] body =
                switch (type) {
                    case "application/json", "application/merge-patch+json" ->
                            utf8(json(content.getValue()));
                    case "multipart/form-data" -> utf8(multipart(content.getValue()));
                    case "text/csv" -> utf8(csv());
                    default -> junk();
                };
        if (flaw == Flaw.BROKEN_BODY) {
            body = java.util.Arrays.copyOf(body, random.nextInt(body.length + 1));
            if (body.length > 0) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
        }
        headers.addAll(List.of("Content-Type", sentType(type)));
        return body;
    }

    private String sentType(String type) {
        if (flaw == Flaw.MEDIA_TYPE) {
            return values.oneOf(
                    List.of(
                            "text/html",
                            "x",
                            "application/json; charset=utf-16",
                            "multipart/form-data",
                            "application/x-www-form-urlencoded",
                            "application/xml",
                            "*/*"));
        }
        return type.equals("multipart/form-data") ? type + "; boundary=" + BOUNDARY : type;
    }

    private String json(JsonNode schema) {
        return switch (flaw) {
            case VALUE -> FuzzValues.written(values.spoilt(values.good("", schema)));
            case TEXT ->
                    FuzzValues.written(values.good("", schema))
                            .replaceFirst(
                                    "\"Rapat[^\"]*\"",
                                    FuzzValues.written(values.bad())
                                            .replace("\\", "\\\\")
                                            .replace("$", "\\$"));
            case DEPTH -> "{\"x\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}";
            default -> FuzzValues.written(values.good("", schema));
        };
    }

    private String multipart(JsonNode schema) {
        StringBuilder parts = new StringBuilder();
        for (String field : List.of("title", "kind", "audience", "releaseAt")) {
            JsonNode property = values.good("", schema).path(field);
            String value =
                    flaw == Flaw.VALUE || property.isMissingNode()
                            ? values.odd()
                            : property.asString();
            parts.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(BOUNDARY, field, value));
        }
        String fileName = flaw == Flaw.TEXT ? values.odd() : "edaran.pdf";
        return parts.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%%PDF-1.4 edaran\r\n--%s--\r\n"
                                .formatted(BOUNDARY, fileName, BOUNDARY))
                .toString();
    }

    private String csv() {
        String cell =
                flaw == Flaw.VALUE || flaw == Flaw.TEXT
                        ? values.odd()
                        : "Dinas Sosial " + random.nextInt(50);
        return "name,kind,regionCode,headTitle,email,phone,unit,nama\n%s,opd,36.04,Kepala,,,%s,%s\n"
                .formatted(cell, cell, cell);
    }

    private byte[] junk() {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
