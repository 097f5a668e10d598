package org.iltlib.team.bridge;

import java.util.Optional;
import org.iltlib.base.PersonId;

/**
 * An open item that nobody sees to any more, because whoever did has left the team with which it stands.
 *
 * @param loop the item
 * @param left who saw to it
 * @param receiver who might: the carrier of a channel of that team, if they still sit on it
 */
public record StrayItem(Loop loop, PersonId left, Optional<PersonId> receiver) {}
