package id.hadir.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for what has no place in a log, a metric or the text of an error. */
final class LogScan {

    /** Of anybody, whoever was made up by whichever test. */
    private static final Map<String, Pattern> SHAPES =
            Map.of(
                    "a NIP", // a hash in hexadecimal may hold as many digits
                    Pattern.compile(
                            "(?<![0-9a-f])(19|20)[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9]{11}(?![0-9a-f])"),
                    "a phone number",
                    Pattern.compile("(?<![0-9A-Za-z-])(\\+62|0)8[0-9]{8,11}(?![0-9A-Za-z-])"),
                    "an e-mail address",
                    Pattern.compile(
                            "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\\.(go\\.id|id|com|org|example)"),
                    "a JWT",
                    Pattern.compile("eyJ[A-Za-z0-9_-]{15,}\\."),
                    "a bearer token",
                    Pattern.compile("Bearer [A-Za-z0-9_-]{20,}"),
                    "a cookie",
                    Pattern.compile("hadir_(session|masuk|kenal|oidc)=[A-Za-z0-9]"),
                    "a ticket's QR",
                    Pattern.compile("HADIR[12][:.][A-Za-z0-9]{8,}"),
                    "a password's hash",
                    Pattern.compile("\\$2[aby]\\$"),
                    "a name of a test",
                    Pattern.compile("Peserta [0-9]+|Siti Rahayu|Budi Santoso"));

    private static final int AROUND = 80;

    private final Map<String, String> marks = new LinkedHashMap<>();

    /** A secret or personal value that this run has used. */
    LogScan with(String what, String value) {
        if (value.length() < 4) {
            throw new IllegalArgumentException(what + " is found everywhere");
        }
        marks.put(what, value.toLowerCase(Locale.ROOT));
        return this;
    }

    Map<String, String> marks() {
        return marks;
    }

    /**
     * A line for each find, without the value itself.
     *
     * @param source such as the file's name
     */
    List<String> finds(String source, String text) {
        List<String> finds = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        marks.forEach(
                (what, value) -> {
                    int at = lower.indexOf(value);
                    if (at >= 0) {
                        finds.add(source + " tells " + what + ": " + around(text, at, value));
                    }
                });
        SHAPES.forEach(
                (what, shape) -> {
                    Matcher found = shape.matcher(text);
                    if (found.find()) {
                        finds.add(
                                source
                                        + " tells "
                                        + what
                                        + ": "
                                        + around(text, found.start(), found.group()));
                    }
                });
        return finds;
    }

    private static String around(String text, int at, String value) {
        String before = text.substring(Math.max(0, at - AROUND), at);
        int end = at + value.length();
        return before + "<…>" + text.substring(end, Math.min(text.length(), end + AROUND));
    }
}
