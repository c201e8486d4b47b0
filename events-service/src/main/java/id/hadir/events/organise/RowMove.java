package id.hadir.events.organise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A button that moves a row of the form up or down, or removes it: {@code naik:agenda[2]}, {@code
 * hapus:agenda[2].speakers[0]}.
 *
 * @param list name of the rows without their numbers
 * @param row number of the one that is moved
 * @param to number of the one that it changes places with; below 0 for a row that is removed
 */
record RowMove(String list, int row, int to) {

    private static final Pattern BUTTON =
            Pattern.compile(
                    "(naik|turun|hapus):(agenda|agenda\\[[0-9]{1,3}]\\.speakers)\\[([0-9]{1,3})]");

    /** The form with the rows as the button wants them; as it is for any other button. */
    static MultiValueMap<String, String> applied(
            String button, MultiValueMap<String, String> form) {
        RowMove move = read(button);
        if (move == null) {
            return form;
        }
        MultiValueMap<String, String> moved = new LinkedMultiValueMap<>();
        form.forEach(
                (name, values) -> {
                    String target = move.target(name);
                    if (target != null) {
                        moved.put(target, values);
                    }
                });
        return moved;
    }

    /** Null for another button, and for the first row that cannot go higher. */
    private static @Nullable RowMove read(String button) {
        Matcher read = BUTTON.matcher(button);
        if (!read.matches()) {
            return null;
        }
        int row = Integer.parseInt(read.group(3));
        return switch (read.group(1)) {
            case "naik" -> row == 0 ? null : new RowMove(read.group(2), row, row - 1);
            case "turun" -> new RowMove(read.group(2), row, row + 1);
            default -> new RowMove(read.group(2), row, -1);
        };
    }

    /** Null for a field of the row that is removed. */
    private @Nullable String target(String name) {
        if (isIn(name, row)) {
            return to < 0 ? null : at(to) + name.substring(at(row).length());
        }
        return to >= 0 && isIn(name, to) ? at(row) + name.substring(at(to).length()) : name;
    }

    private boolean isIn(String name, int number) {
        return name.startsWith(at(number));
    }

    private String at(int number) {
        return list + "[" + number + "]";
    }
}
