package io.jointly.okr.objective;

import io.jointly.kit.problem.StandardProblem;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** How risk and reward are parted among owners: as one proposal, which makes the whole. */
final class Shares {
    static final int WHOLE = 100;

    private Shares() {}

    /** The shares as they are wished for, or even ones: owners are equals unless they say else. */
    static List<ProposedShare> of(List<String> owners, List<ProposedShare> wished) {
        if (wished == null) {
            return even(owners);
        }
        var named = wished.stream().map(ProposedShare::department).toList();
        if (named.size() != owners.size() || !new HashSet<>(named).equals(new HashSet<>(owners))) {
            throw StandardProblem.invalid(
                    "/shares", "does not name every owner once, and nobody else");
        }
        requireWhole("risk", wished, ProposedShare::riskShare);
        requireWhole("reward", wished, ProposedShare::rewardShare);
        return owners.stream().map(owner -> wished.get(named.indexOf(owner))).toList();
    }

    /** What does not come out even goes to those named first, one percent each. */
    private static List<ProposedShare> even(List<String> owners) {
        var all = owners.size();
        return IntStream.range(0, all)
                .mapToObj(
                        place -> {
                            var share = WHOLE / all + (place < WHOLE % all ? 1 : 0);
                            return new ProposedShare(owners.get(place), share, share);
                        })
                .toList();
    }

    private static void requireWhole(
            String what, List<ProposedShare> shares, ToIntFunction<ProposedShare> share) {
        var sum = shares.stream().mapToInt(share).sum();
        if (sum > WHOLE) {
            throw new ObjectiveProblem.SharesPassHundred(what, sum);
        }
        if (sum < WHOLE) {
            throw new ObjectiveProblem.SharesBelowHundred(what, sum);
        }
    }
}
