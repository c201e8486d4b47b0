package id.hadir.attendance.sheet;

import id.hadir.kit.pdf.Paper;
import org.jspecify.annotations.Nullable;

/**
 * Which sheet is asked for; null is all.
 *
 * @param regionCode that region and all below it
 * @param rows code of a {@link SheetContent}; null takes what is asked for at that time
 */
record SheetRequest(
        Paper paper, @Nullable String regionCode, @Nullable String kind, @Nullable String rows) {}
