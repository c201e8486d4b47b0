package id.hadir.local.demo;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A made-up attendee: plants, birds and the surname Contoh ("example"), so that nobody takes one
 * for the official who holds the position.
 */
record Person(String name, @Nullable String nip, String position, @Nullable Sitting representing) {

    /** Whom somebody sits in for, and on what letter. */
    record Sitting(String position, String basis) {}

    private static final List<String> FIRST =
            List.of(
                    "Cempaka",
                    "Kutilang",
                    "Merbau",
                    "Melati",
                    "Jalak",
                    "Ulin",
                    "Kenanga",
                    "Cendana",
                    "Elang",
                    "Rasamala",
                    "Teratai",
                    "Gelatik",
                    "Mahoni",
                    "Anggrek",
                    "Murai",
                    "Jati",
                    "Flamboyan",
                    "Kepodang",
                    "Meranti",
                    "Dahlia",
                    "Cucak",
                    "Damar",
                    "Seruni",
                    "Tekukur",
                    "Trembesi",
                    "Lili",
                    "Pipit",
                    "Sonokeling",
                    "Kamboja",
                    "Prenjak",
                    "Waru",
                    "Alamanda");
    private static final List<String> SECOND =
            List.of(
                    "Rimba",
                    "Samudra",
                    "Pelangi",
                    "Embun",
                    "Lembah",
                    "Bukit",
                    "Muara",
                    "Telaga",
                    "Fajar",
                    "Senja",
                    "Gemintang",
                    "Purnama",
                    "Mega",
                    "Angin",
                    "Padang",
                    "Karang",
                    "Ombak",
                    "Hujan",
                    "Kabut",
                    "Sawah",
                    "Kebun",
                    "Pantai",
                    "Gunung",
                    "Sungai",
                    "Danau",
                    "Ladang",
                    "Tebing",
                    "Hutan");
    private static final List<String> DEGREES =
            List.of(
                    "S.Sos.",
                    "S.H.",
                    "S.E.",
                    "S.STP., M.Si.",
                    "S.Pd., M.M.",
                    "S.IP.",
                    "S.T., M.T.",
                    "S.H., M.H.");

    /**
     * @param serial tells people of one event apart
     * @param village a kepala desa is no civil servant and has no NIP
     */
    static Person make(int serial, String headTitle, boolean village, Random random) {
        String first = FIRST.get(serial % FIRST.size());
        String second = SECOND.get(serial / FIRST.size() % SECOND.size());
        String degree = DEGREES.get(random.nextInt(DEGREES.size()));
        String name = "%s %s Contoh, %s".formatted(first, second, degree);
        boolean sitsIn = random.nextInt(100) < 22;
        String nip = village && !sitsIn ? null : nip(serial, random);
        return sitsIn
                ? new Person(
                        name,
                        nip,
                        "Staf yang ditugaskan " + headTitle,
                        new Sitting(headTitle, "Surat tugas contoh nomor " + (100 + serial)))
                : new Person(name, nip, headTitle, null);
    }

    /** Birth date, month of appointment, sex, serial: 18 digits as the law on NIP has them. */
    private static String nip(int serial, Random random) {
        int born = 1968 + random.nextInt(25);
        int appointed = born + 22 + random.nextInt(6);
        return "%04d%02d%02d%04d%02d%d%03d"
                .formatted(
                        born,
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        appointed,
                        1 + random.nextInt(12),
                        1 + random.nextInt(2),
                        1 + serial % 999);
    }
}
