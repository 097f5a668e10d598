package org.iltlib.analytics.deciding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.PersonId;
import org.iltlib.team.Seat;

/**
 * One team with one matter before it. Every chance event later on is looked up by what it is for, the sitting and the
 * member, so that procedures meet the same team with the same luck.
 */
final class SimulatedTeam {
    private static final int MEMBERS = 1_024;
    private static final int SITTINGS = 64;

    /** What a chance event is for. */
    enum Event {
        ATTENDS(0),
        SPEAKS(1),
        MENDS(2),
        DARES(3);

        private final long number;

        Event(long number) {
            this.number = number;
        }
    }

    final double gain;
    final double[] view;
    final double[] harm;
    final double[] voice;
    final double authorityError;
    private final long luck;

    private SimulatedTeam(TeamModel model, SplitMix chance) {
        int n = model.members();
        double size = model.twoValued() ? (chance.nextLong() < 0 ? -1 : 1) : chance.nextGaussian();
        gain = model.gain() * size;
        double common = StrictMath.sqrt(model.sharedError()) * chance.nextGaussian();
        double own = StrictMath.sqrt(1 - model.sharedError());
        view = new double[n];
        harm = new double[n];
        voice = new double[n];
        int i = 0;
        for (SimulatedRole role : model.roles()) {
            for (int k = 0; k < role.members(); k++, i++) {
                boolean newcomer = chance.nextInt(model.mostYears() + 1) < model.newcomerYears();
                voice[i] = role.voice() * (newcomer ? model.newcomerVoice() : 1);
                view[i] = gain + model.error() * (common + own * chance.nextGaussian());
                boolean concerned = chance.nextDouble() < model.concerns();
                harm[i] = (0.5 + chance.nextDouble()) * (concerned ? model.harm() : 0);
            }
        }
        authorityError = model.error() * (common + own * chance.nextGaussian());
        luck = chance.nextLong();
    }

    static SimulatedTeam draw(TeamModel model, SplitMix chance) {
        return new SimulatedTeam(model, chance);
    }

    /** Whether an event of that probability happens. */
    boolean happens(double probability, Event event, int sitting, int member) {
        long place = (event.number * SITTINGS + sitting) * MEMBERS + member;
        return SplitMix.at(luck, place) < probability;
    }

    /** The seats of every team of the model, in the order of roles. */
    static List<Seat> seats(TeamModel model) {
        List<Seat> seats = new ArrayList<>();
        for (SimulatedRole role : model.roles()) {
            for (int k = 0; k < role.members(); k++) {
                PersonId person = PersonId.of(String.format(Locale.ROOT, "p-%03d", seats.size() + 1));
                seats.add(Seat.builder()
                        .person(person)
                        .group(role.group())
                        .addAllOffices(role.offices())
                        .build());
            }
        }
        return seats;
    }

    /** The place of the member who leads, or −1. */
    static int leader(TeamModel model) {
        int first = 0;
        for (SimulatedRole role : model.roles()) {
            if (role.leads()) {
                return first;
            }
            first += role.members();
        }
        return -1;
    }
}
