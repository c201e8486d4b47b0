package id.hadir.attendance.answer;

/**
 * Answers in numbers of offices.
 *
 * @param late those among the answered whose answer came after their deadline
 */
public record AnswerTotals(
        int invited, int answered, int coming, int sending, int excused, int silent, int late) {

    /** Of a state's code; all for the empty one. */
    public int of(String state) {
        return switch (state) {
            case "coming" -> coming;
            case "sending" -> sending;
            case "excused" -> excused;
            case "silent" -> silent;
            case "late" -> late;
            default -> invited;
        };
    }
}
