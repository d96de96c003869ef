package dev.enfilade.contract.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * As many pairs of left and right elements as can be: a greedy choice would fail lists of which one element is like
 * several others, as masked ones are.
 */
final class Pairing {

    /** Whether a left and a right element may be a pair, by their indices. */
    interface Likeness {
        boolean alike(int left, int right);
    }

    private final int leftSize;
    private final int rightSize;
    private final Likeness likeness;
    private final Map<Integer, Integer> leftOfRight = new HashMap<>();

    private Pairing(int leftSize, int rightSize, Likeness likeness) {
        this.leftSize = leftSize;
        this.rightSize = rightSize;
        this.likeness = likeness;
    }

    static Pairing of(int leftSize, int rightSize, Likeness likeness) {
        Pairing pairing = new Pairing(leftSize, rightSize, likeness);
        IntStream.range(0, leftSize).forEach(left -> pairing.pair(left, new HashSet<>()));
        return pairing;
    }

    List<Integer> unpairedLeft() {
        List<Integer> left =
                new ArrayList<>(IntStream.range(0, leftSize).boxed().toList());
        left.removeAll(leftOfRight.values());
        return left;
    }

    List<Integer> unpairedRight() {
        return IntStream.range(0, rightSize)
                .boxed()
                .filter(right -> !leftOfRight.containsKey(right))
                .toList();
    }

    /** Takes a free partner, or one whose present partner can take another (an augmenting path). */
    private boolean pair(int left, Set<Integer> tried) {
        for (int right = 0; right < rightSize; right++) {
            if (likeness.alike(left, right) && tried.add(right) && isFree(right, tried)) {
                leftOfRight.put(right, left);
                return true;
            }
        }
        return false;
    }

    private boolean isFree(int right, Set<Integer> tried) {
        Integer partner = leftOfRight.get(right);
        return partner == null || pair(partner, tried);
    }
}
