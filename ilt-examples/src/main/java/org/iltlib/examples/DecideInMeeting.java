package org.iltlib.examples;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.proceedings.Minutes;
import org.iltlib.decision.proceedings.Move;
import org.iltlib.decision.proceedings.ProceedingState;
import org.iltlib.decision.proceedings.Proceedings;
import org.iltlib.form.CanonicalJson;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Store;
import org.iltlib.store.StoreException;
import org.iltlib.store.Stores;

/**
 * Plays a meeting that decides on a ladder (consensus, two rounds, a vote, ratification by the faculty) with a recusal, an
 * alternate and a tie; prints the minutes; records them; reads them back; and replays them to the same bytes.
 *
 * <pre>{@code
 * java … org.iltlib.examples.DecideInMeeting --store jdbc:h2:./records/lincoln --seed "geese over the pond"
 * }</pre>
 */
public final class DecideInMeeting {
    static final String USAGE =
            "DecideInMeeting [--store mem:] [--seed WORDS] [--other-seed WORDS]. --store takes the address of a store, such"
                    + " as jdbc:h2:./folder/name or jdbc:sqlite:file; the lot is drawn from both seeds, one"
                    + " of each side.";
    private static final TeamKey KEY = TeamKey.of(TeamId.of("lincoln-ilt"), SchoolYear.startingIn(2026));
    private static final PersonId RECORDER = PersonId.of("p-002");

    private DecideInMeeting() {}

    /** Plays; ends with 0, with 1 if what was read back or replayed differs, or with 2 if options or store cannot be used. */
    public static void main(String[] args) {
        Console.exit(args, DecideInMeeting::run);
    }

    /** As {@link #main}, but returns the exit code and prints where it is told to. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (Arrays.asList(args).contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        try {
            CommandLine line = CommandLine.parse(args, List.of("store", "seed", "other-seed"));
            String seed = line.find("seed").orElse("geese over the pond");
            String other = line.find("other-seed").orElse("snow on the step");
            if (seed.isBlank() || other.isBlank()) {
                throw new UsageException("Option --seed or --other-seed is blank. Expected some words.");
            }
            try (Store store = Stores.open(line.find("store").orElse("mem:"))) {
                return play(store.forTenant(TenantId.of("district-7")), seed, other, out) ? 0 : 1;
            }
        } catch (UsageException | StoreException e) {
            err.println(e.getMessage());
        } catch (IllegalArgumentException e) {
            err.println(String.valueOf(e.getMessage()).replaceAll("\\R+", " "));
        }
        return 2;
    }

    private static boolean play(RecordStore store, String seed, String other, PrintStream out) {
        TeamRecord before = store.load(KEY);
        MeetingStory story = new MeetingStory("meeting-" + (before.revision() + 1), seed, other);
        Proceedings log = story.log();
        String minutes = Minutes.of(log, story.proposals());
        out.println(minutes);
        out.println(story.ladder(log).outcome().explanation().claim());

        Move last = log.moves().get(log.moves().size() - 1);
        TeamRecord longer = before;
        for (Proposal proposal : story.proposals()) {
            longer = longer.with(last.at(), RECORDER, proposal);
        }
        store.append(longer.with(last.at(), RECORDER, log));

        TeamRecord after = store.load(KEY);
        Proceedings back = after.get(log.id()).as(Proceedings.KIND);
        boolean same = after.verify().holds()
                && bytes(back).equals(bytes(log))
                && Minutes.of(back, proposals(after, back)).equals(minutes)
                && story.ladder(back).equals(story.ladder(log))
                && replays(back, log);
        out.println(
                same
                        ? "Recorded as entry %s, read back and replayed: the same bytes at each of its %s moves."
                                .formatted(after.revision(), log.moves().size())
                        : "What was read back or replayed differs.");
        return same;
    }

    private static List<Proposal> proposals(TeamRecord record, Proceedings log) {
        return log.basedOn().stream()
                .map((EntryId id) -> record.get(id).as(Proposal.KIND))
                .toList();
    }

    /** Whether the log read back gives at every move what the first part of the log gave as it was held. */
    private static boolean replays(Proceedings back, Proceedings log) {
        Proceedings held = Proceedings.open(log.id(), log.moves().get(0));
        for (Move move : log.moves()) {
            held = move.equals(log.moves().get(0)) ? held : held.with(move);
            if (!bytes(back.asOf(move.at())).equals(bytes(held.state()))) {
                return false;
            }
        }
        return true;
    }

    private static String bytes(Proceedings log) {
        return CanonicalJson.write(Proceedings.FORM.write(log));
    }

    private static String bytes(ProceedingState state) {
        return CanonicalJson.write(ProceedingState.FORM.write(state));
    }
}
