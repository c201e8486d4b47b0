package id.hadir.kit.pdf;

import id.hadir.kit.problem.Problem;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What offices print on; F4 is the folio of Indonesia. */
public enum Paper {
    A4(210, 297),
    F4(215, 330);

    private final int width;
    private final int height;

    Paper(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * A4 for null.
     *
     * @throws Problem 422 for another paper
     */
    public static Paper ofCode(@Nullable String code) {
        return code == null
                ? A4
                : Arrays.stream(values())
                        .filter(paper -> paper.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("paper", "invalid-choice"));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In millimetres. */
    public int width() {
        return width;
    }

    /** In millimetres. */
    public int height() {
        return height;
    }

    /** The value of {@code size} in a rule {@code @page}. */
    public String size() {
        return width + "mm " + height + "mm";
    }
}
