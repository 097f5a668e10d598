package org.iltlib.analytics.privacy;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.SuppressionReason;

/**
 * Linked cells of which those that are small, and those that would give them away, are withheld. Immutable; the only
 * way to a count leads through {@link Measured}.
 */
public final class SafeCells {
    private final LinkedCells cells;
    private final PrivacyPolicy policy;
    private final boolean[] hidden;
    private final boolean cheapest;
    private final boolean safeToo;

    SafeCells(LinkedCells cells, PrivacyPolicy policy, boolean[] hidden, boolean cheapest) {
        this(cells, policy, hidden, cheapest, true);
    }

    private SafeCells(LinkedCells cells, PrivacyPolicy policy, boolean[] hidden, boolean cheapest, boolean safeToo) {
        this.cells = cells;
        this.policy = policy;
        this.hidden = hidden.clone();
        this.cheapest = cheapest;
        this.safeToo = safeToo;
    }

    /**
     * The same cells, of which also those are withheld that are so in others, found by name. Withholding more never
     * helps the reader, so that both attacks go on failing if each failed.
     */
    SafeCells also(SafeCells other) {
        boolean[] both = hidden.clone();
        boolean more = false;
        for (int cell = 0; cell < both.length; cell++) {
            OptionalInt place = other.find(name(cell));
            if (!both[cell] && !cells.isKnown(cell) && place.isPresent() && other.hidden[place.getAsInt()]) {
                both[cell] = true;
                more = true;
            }
        }
        return new SafeCells(cells, policy, both, cheapest && !more, safeToo && other.isSafe());
    }

    /** The policy that they were made safe under. */
    public PrivacyPolicy policy() {
        return policy;
    }

    /** The number of cells. */
    public int size() {
        return cells.size();
    }

    /** The cell's name. */
    public String name(int cell) {
        return cells.name(cell);
    }

    /** The cell of that name; empty if there is none. */
    public OptionalInt find(String name) {
        return cells.find(name);
    }

    /**
     * The count, or that it is withheld; withheld too if only a coded share of it is shown, or if it is the size of a
     * group whose share stands there and the policy shows no counts beside shares.
     */
    public Measured<Long> count(int cell) {
        boolean unsaid = cells.isPast(cell)
                || (!cells.isKnown(cell)
                        && (cells.isSilent(cell) || cells.code(cell).isPresent()));
        return hidden[cell] || unsaid
                ? Measured.suppressed(reason(cell), policy.name())
                : Measured.of(cells.count(cell));
    }

    /** Whether the cell is shown, if at all, as a coded share. */
    public boolean isCoded(int cell) {
        return cells.code(cell).isPresent();
    }

    /** The coded share of a cell that has one, or that it is withheld. */
    public Measured<CodedShare> share(int cell) {
        Checks.require(
                cells.code(cell).isPresent(),
                "The cell \"%s\" has no coded share. Maybe ask for its count.",
                name(cell));
        return hidden[cell]
                ? Measured.suppressed(reason(cell), policy.name())
                : Measured.of(cells.code(cell).orElseThrow());
    }

    private SuppressionReason reason(int cell) {
        return policy.hides(cells.kind(cell), cells.count(cell))
                ? SuppressionReason.SMALL_GROUP
                : SuppressionReason.PROTECTS_ANOTHER;
    }

    /** Whether the cell was asked for and is withheld. */
    public boolean isWithheld(int cell) {
        return hidden[cell] && !cells.isUnshown(cell);
    }

    /** How many cells are withheld. */
    public int withheld() {
        return (int) IntStream.range(0, size()).filter(this::isWithheld).count();
    }

    /** How many students are in withheld cells that are no totals. */
    public long withheldStudents() {
        return IntStream.range(0, size())
                .filter(cell -> isWithheld(cell) && !cells.isTotal(cell))
                .mapToLong(cells::count)
                .sum();
    }

    /** Whether it is proved that no safe choice costs less; otherwise it is only safe, and no withheld cell can be given back alone. */
    public boolean isCheapest() {
        return cheapest;
    }

    /** The best attack on them: each withheld or coded number with what a reader can prove of it. */
    public List<Exposure> attack() {
        return new CellAttack(cells, policy).exposures(hidden);
    }

    /**
     * Whether the best attack finds nothing that the policy protects. False only if what readers know from earlier
     * releases already gives something away, whatever is withheld now, or nothing safe was found within the limit of
     * work. A cell that is withheld only to protect others may be known; it is not small, and that gives nothing away.
     */
    public boolean isSafe() {
        return safeToo && new CellAttack(cells, policy).isSafe(hidden);
    }

    LinkedCells cells() {
        return cells;
    }

    /** Such as {@code 12 cells, 4 withheld (ptac-10)}; never a count. */
    @Override
    public String toString() {
        return size() + " cells, " + withheld() + " withheld (" + policy.name() + ")";
    }
}
