package id.hadir.attendance.sheet;

/** The columns of the usual daftar hadir. */
enum SheetColumn {
    NUMBER("No.", 10),
    NAME("Nama", 56),
    NIP("NIP", 36),
    RANK("Pangkat/Gol.", 22),
    POSITION("Jabatan", 44),
    OFFICE("OPD/Instansi", 44),
    SIGNATURE("Tanda tangan", 34),
    REMARK("Ket.", 24);

    private static final int ALL = 270;

    private final String title;
    private final int parts;

    SheetColumn(String title, int parts) {
        this.title = title;
        this.parts = parts;
    }

    String title() {
        return title;
    }

    /** Its share of the width of a table. */
    float width(float table) {
        return table * parts / ALL;
    }
}
