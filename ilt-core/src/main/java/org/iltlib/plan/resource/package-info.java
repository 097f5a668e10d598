/**
 * What the plan costs and what else is going on: resources, how they are allotted to strategies, what is gained for the
 * money, and the inventory of initiatives with those that might be given up. Amounts are exact decimals.
 *
 * <p>Start with {@link org.iltlib.plan.resource.Allocation}, {@link org.iltlib.plan.resource.AllocationTrace} and
 * {@link org.iltlib.plan.resource.InitiativeInventory}.
 *
 * <pre>{@code
 * AllocationTrace trace = AllocationTrace.over(needs, goals, strategies);
 * AllocationTrace.Report report = trace.of(allocations);      // which stand, and which lead to no documented need
 * AcademicReturn gain = AcademicReturn.of(effect, 84, usd("52000"));
 * System.out.println(gain.perThousand());                     // 0.2908 SD-students per 1000 USD
 * var inventory = InitiativeInventory.of(initiatives, 41);
 * inventory.listCandidates(AbandonmentRule.withDefaults());   // never a mandated one
 * }</pre>
 */
package org.iltlib.plan.resource;
