package id.hadir.materials.receipt;

/**
 * A material's way through all selected offices.
 *
 * @param units offices that are invited or registered
 * @param downloaded those where someone downloaded it
 * @param acknowledged those that took note of it
 * @param passedOnTo people it was passed on to
 * @param outstanding offices that have not taken note of it
 */
public record ReceiptTotals(
        long units, long downloaded, long acknowledged, long passedOnTo, long outstanding) {}
