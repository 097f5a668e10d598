package org.iltlib.plan.resource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;

/**
 * How much of a resource is spoken for.
 *
 * @param resource the resource
 * @param allotted the sum of its allocations, in its unit
 */
public record ResourceLoad(Resource resource, BigDecimal allotted) {

    /** How a resource stands. */
    public enum State {
        /** More is set aside than there is. */
        OVER_COMMITTED,
        /** Less than the wanted share is set aside, or nothing. */
        IDLE,
        /** In between. */
        IN_USE
    }

    /**
     * The load of each resource, in the order given.
     *
     * @throws IllegalArgumentException if an allocation is of a resource that is not there, or in another unit
     */
    public static List<ResourceLoad> of(Collection<Resource> resources, Collection<Allocation> allocations) {
        Map<EntryId, Resource> byId = new LinkedHashMap<>();
        Checks.distinct(resources.stream().map(Resource::id).toList(), "resources");
        resources.forEach(resource -> byId.put(resource.id(), resource));
        Map<EntryId, BigDecimal> sums = new LinkedHashMap<>();
        for (Allocation allocation : allocations) {
            Resource resource = byId.get(allocation.resource());
            Checks.require(
                    resource != null,
                    "Allocation %s is of resource \"%s\", which is not among them.",
                    allocation.id(),
                    allocation.resource());
            String unit = resource == null ? "" : resource.unit();
            Checks.require(
                    unit.equals(allocation.cost().unit()),
                    "Allocation %s is in %s, its resource in %s. Expected the same unit.",
                    allocation.id(),
                    allocation.cost().unit(),
                    unit);
            sums.merge(allocation.resource(), allocation.cost().amount(), BigDecimal::add);
        }
        List<ResourceLoad> loads = new ArrayList<>();
        byId.values()
                .forEach(resource ->
                        loads.add(new ResourceLoad(resource, sums.getOrDefault(resource.id(), BigDecimal.ZERO))));
        return List.copyOf(loads);
    }

    /** What is left, in the unit; below zero if too much is set aside. */
    public BigDecimal left() {
        return resource.available().subtract(allotted);
    }

    /**
     * How it stands. A resource of which there is nothing and nothing is set aside is in use, for nobody leaves it idle.
     *
     * @param leastUse the share of what is there below which a resource counts as idle
     */
    public State state(Fraction leastUse) {
        if (left().signum() < 0) {
            return State.OVER_COMMITTED;
        }
        BigDecimal needed = resource.available().multiply(BigDecimal.valueOf(leastUse.numerator()));
        boolean below =
                allotted.multiply(BigDecimal.valueOf(leastUse.denominator())).compareTo(needed) < 0;
        boolean untouched = allotted.signum() == 0 && resource.available().signum() > 0;
        return below || untouched ? State.IDLE : State.IN_USE;
    }

    /** The arithmetic in words. */
    public Explanation explanation() {
        return Explanation.of(
                "%s of %s %s of %s are set aside.",
                told(allotted), told(resource.available()), resource.unit(), resource.name());
    }

    /** Money to the cent, unless it is whole. */
    private String told(BigDecimal amount) {
        return (resource.type() == ResourceType.MONEY && amount.scale() == 1 ? amount.setScale(2) : amount)
                .toPlainString();
    }
}
