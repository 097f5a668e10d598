package org.iltlib.team.succession;

import java.util.Optional;
import org.iltlib.base.PersonId;

/**
 * Something whose owner has left, with a proposal who might take it on.
 *
 * @param owned the thing, still under the owner who left
 * @param receiver who might take it on; nobody on a team without members
 * @param reason why they: {@code works on it already}
 */
public record Orphan(Owned owned, Optional<PersonId> receiver, String reason) {}
