package org.iltlib.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.iltlib.choice.ApprovalProfile;
import org.iltlib.choice.BudgetProfile;
import org.iltlib.choice.GradeProfile;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Ranking;
import org.iltlib.choice.format.Blt;
import org.iltlib.choice.format.CondorcetFormat;
import org.iltlib.choice.format.FormatException;
import org.iltlib.choice.format.Pabulib;
import org.iltlib.choice.format.PrefLib;
import org.iltlib.choice.format.RankedCsv;
import org.iltlib.choice.format.RankedElection;

/** The ballots of a file, and what they can stand for. */
sealed interface BallotFile {
    /** The format is told by the ending: soc, soi, toc, toi, cat, blt, cvotes, pb or csv. */
    static BallotFile read(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        try (InputStream in = Files.newInputStream(path)) {
            return switch (ending) {
                case "soc", "soi", "toc", "toi" -> Ranked.of(PrefLib.read(in));
                case "cat" -> new Graded(PrefLib.readCategories(in));
                case "blt" -> Ranked.of(Blt.read(in));
                case "cvotes" -> Ranked.of(CondorcetFormat.read(in));
                case "csv" -> Ranked.of(RankedCsv.generic().read(in));
                case "pb" -> new Projects(Pabulib.read(in).profile());
                default ->
                    throw new UsageException(
                            "The file " + path
                                    + " ends in none of .soc, .soi, .toc, .toi, .cat, .blt, .cvotes, .pb, .csv, so its format is unknown.");
            };
        } catch (FormatException e) {
            throw new UsageException(path + ": " + e.getMessage(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException("The file " + path + " cannot be read. Maybe the path is wrong.", e);
        }
    }

    /** The ballots as rankings. */
    Optional<Profile> rankings();

    /** The ballots as approvals: what a ranking lists, what is graded above 0, what has points. */
    ApprovalProfile approvals();

    /** The ballots as grades. */
    default Optional<GradeProfile> grades() {
        return Optional.empty();
    }

    /** Projects with costs. */
    default Optional<BudgetProfile> projects() {
        return Optional.empty();
    }

    /** The places to fill, as far as the file says. */
    default int seats() {
        return 1;
    }

    /** The order that the file gives for ties. */
    default List<Integer> tieOrder() {
        return List.of();
    }

    /** Rankings; the withdrawn are taken out. */
    record Ranked(Profile profile, int seats, List<Integer> tieOrder) implements BallotFile {
        static Ranked of(RankedElection election) {
            if (election.withdrawn().isEmpty()) {
                return new Ranked(election.profile(), Math.max(1, election.seats()), election.tieOrder());
            }
            Profile all = election.profile();
            List<Integer> left = IntStream.range(0, all.size())
                    .filter(x -> !election.withdrawn().contains(x))
                    .boxed()
                    .toList();
            Profile.Builder builder =
                    Profile.builder(left.stream().map(all.alternatives()::get).toList());
            for (int b = 0; b < all.distinct(); b++) {
                List<List<Integer>> ranks = new ArrayList<>();
                for (List<Integer> rank : all.ranking(b).ranks()) {
                    List<Integer> kept = rank.stream()
                            .filter(left::contains)
                            .map(left::indexOf)
                            .toList();
                    if (rank.isEmpty() || !kept.isEmpty()) {
                        ranks.add(kept);
                    }
                }
                builder.add(new Ranking(ranks), all.inBallots(all.weight(b)));
            }
            builder.add(new Ranking(List.of()), all.inBallots(all.blankWeight()));
            return new Ranked(
                    builder.build(),
                    Math.max(1, election.seats()),
                    election.tieOrder().stream()
                            .filter(left::contains)
                            .map(left::indexOf)
                            .toList());
        }

        @Override
        public Optional<Profile> rankings() {
            return Optional.of(profile);
        }

        @Override
        public ApprovalProfile approvals() {
            ApprovalProfile.Builder builder = ApprovalProfile.builder(profile.alternatives());
            for (int b = 0; b < profile.distinct(); b++) {
                builder.add(
                        profile.weight(b),
                        profile.ranking(b).ranks().stream()
                                .flatMap(List::stream)
                                .toList());
            }
            return builder.add(profile.blankWeight(), List.of()).build();
        }
    }

    /** Grades. */
    record Graded(GradeProfile profile) implements BallotFile {
        @Override
        public Optional<Profile> rankings() {
            return Optional.of(profile.toProfile());
        }

        @Override
        public ApprovalProfile approvals() {
            ApprovalProfile.Builder builder = ApprovalProfile.builder(profile.alternatives());
            for (int b = 0; b < profile.ballots(); b++) {
                int ballot = b;
                builder.add(
                        profile.weight(b),
                        IntStream.range(0, profile.size())
                                .filter(x -> profile.grade(ballot, x) > 0)
                                .boxed()
                                .toList());
            }
            return builder.build();
        }

        @Override
        public Optional<GradeProfile> grades() {
            return Optional.of(profile);
        }
    }

    /** Projects. */
    record Projects(BudgetProfile profile) implements BallotFile {
        @Override
        public Optional<Profile> rankings() {
            return Optional.empty();
        }

        @Override
        public ApprovalProfile approvals() {
            ApprovalProfile.Builder builder = ApprovalProfile.builder(profile.projects());
            for (int b = 0; b < profile.distinct(); b++) {
                builder.add(profile.weight(b), profile.points(b).keySet());
            }
            return builder.build();
        }

        @Override
        public Optional<BudgetProfile> projects() {
            return Optional.of(profile);
        }
    }
}
