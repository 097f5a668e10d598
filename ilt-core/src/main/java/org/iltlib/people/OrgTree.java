package org.iltlib.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.OrgUnitId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * Units put together: each id once, each parent present and on a higher level, hence no circles. Immutable; units keep
 * the order in which they were given.
 *
 * @param units the units
 */
public record OrgTree(List<OrgUnit> units) {
    /** The written form. */
    public static final Form<OrgTree> FORM = Form.of("units", Forms.listOf(OrgUnit.FORM), OrgTree::units, OrgTree::new);

    /** Checks ids, parents and levels. */
    public OrgTree {
        units = List.copyOf(units);
        Map<OrgUnitId, OrgUnit> byId = new LinkedHashMap<>();
        for (OrgUnit unit : units) {
            Checks.require(byId.put(unit.id(), unit) == null, "The unit %s is given twice.", unit.id());
        }
        for (OrgUnit unit : units) {
            unit.parent().ifPresent(id -> {
                OrgUnit parent = byId.get(id);
                if (parent == null) {
                    throw new IllegalArgumentException(
                            "The parent %s of %s is unknown. Maybe add it.".formatted(id, unit.id()));
                }
                Checks.require(
                        parent.level().mayHold(unit.level()),
                        "A %s (%s) does not hold a %s (%s).",
                        parent.level(),
                        id,
                        unit.level(),
                        unit.id());
            });
        }
    }

    /** The tree of these units. */
    public static OrgTree of(List<OrgUnit> units) {
        return new OrgTree(units);
    }

    /** The unit with that id, if there is one. Linear in the number of units. */
    public Optional<OrgUnit> findUnit(OrgUnitId id) {
        return units.stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    /**
     * The unit with that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public OrgUnit getUnit(OrgUnitId id) {
        return findUnit(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no unit %s. Known: %s."
                        .formatted(id, units.stream().map(OrgUnit::id).toList())));
    }

    /** The units that hold this one, the nearest first; empty at the top. */
    public List<OrgUnit> listAbove(OrgUnitId id) {
        List<OrgUnit> above = new ArrayList<>();
        Optional<OrgUnitId> next = getUnit(id).parent();
        while (next.isPresent()) {
            OrgUnit unit = getUnit(next.get());
            above.add(unit);
            next = unit.parent();
        }
        return List.copyOf(above);
    }

    /** All units below this one, at any depth, in the order given. */
    public List<OrgUnit> listBelow(OrgUnitId id) {
        getUnit(id);
        return units.stream()
                .filter(unit -> listAbove(unit.id()).stream()
                        .anyMatch(above -> above.id().equals(id)))
                .toList();
    }
}
