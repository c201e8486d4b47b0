package id.hadir.attendance.registration;

/** What became of an application. */
public sealed interface Verdict {

    /**
     * @param fresh false when the same request was answered before
     */
    record Admitted(Receipt receipt, boolean fresh) implements Verdict {}

    record Refused(Refusal refusal) implements Verdict {}

    /** The receipt, or the refusal as a problem. */
    default Receipt orThrow() {
        return switch (this) {
            case Admitted admitted -> admitted.receipt();
            case Refused refused -> throw refused.refusal().problem();
        };
    }
}
