package id.hadir.attendance.sheet;

import id.hadir.kit.pdf.Paper;

/**
 * The measures of a sheet on its paper, which lies on its side; in points, from the upper left.
 *
 * @param width of the paper
 * @param height of the paper
 */
record SheetSize(float width, float height) {

    static final float TEXT = 9.5f;
    static final float SMALL = 8;
    static final float LINE = mm(4);
    static final float PADDING = mm(1.2f);

    /** So high that one can sign in it. */
    static final float ROW = mm(9);

    private static final float LEFT = mm(15);
    private static final float RIGHT = mm(12);
    private static final float TOP = mm(12);
    private static final float FOOT = mm(14);

    static SheetSize of(Paper paper) {
        return new SheetSize(mm(paper.height()), mm(paper.width()));
    }

    static float mm(float millimetres) {
        return millimetres * 72 / 25.4f;
    }

    float left() {
        return LEFT;
    }

    float right() {
        return width - RIGHT;
    }

    float top() {
        return TOP;
    }

    /** Where the table must end. */
    float bottom() {
        return height - FOOT;
    }

    float table() {
        return right() - left();
    }
}
