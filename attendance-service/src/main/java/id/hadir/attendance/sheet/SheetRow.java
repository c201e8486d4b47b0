package id.hadir.attendance.sheet;

/**
 * A numbered row of the sheet; what is empty is filled in by hand.
 *
 * @param office printed once for its rows that follow each other
 * @param signature what is printed where one signs: the time, for who was there
 */
record SheetRow(
        int number,
        String office,
        String name,
        String nip,
        String position,
        String signature,
        String remark) {

    /** Rank and class nobody is asked for: they are written by hand. */
    String cell(SheetColumn column) {
        return switch (column) {
            case NUMBER -> number + ".";
            case NAME -> name;
            case NIP -> nip;
            case RANK -> "";
            case POSITION -> position;
            case OFFICE -> office;
            case SIGNATURE -> signature;
            case REMARK -> remark;
        };
    }
}
