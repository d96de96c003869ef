package dev.enfilade.application.service;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Spreads calls over the backends that have the same model, each by its weight. A backend without weight gets no call
 * that another one could take.
 *
 * <p>Smooth weighted round robin: over so many calls as the weights add up to each backend has exactly its share, and
 * the calls of a heavy one are not made in a row.
 */
public final class Balance {

    private static final int USUAL_WEIGHT = 1;

    private final Map<String, Integer> weights;

    /** By the names of the backends that share a model, of which there are few combinations. */
    private final Map<List<String>, long[]> credits = new ConcurrentHashMap<>();

    /** @param weights of backends by their names, from 0; others have 1 */
    public Balance(Map<String, Integer> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** Whose turn it is; the first one's if none has a weight. */
    ModelRoute next(List<ModelRoute> routes) {
        List<String> names =
                routes.stream().map(route -> route.backend().name()).toList();
        long[] shares = names.stream().mapToLong(this::weight).toArray();
        long[] credit = credits.computeIfAbsent(names, all -> new long[all.size()]);
        synchronized (credit) {
            return routes.get(richest(credit, shares));
        }
    }

    private static int richest(long[] credit, long[] shares) {
        int best = 0;
        long all = 0;
        for (int i = 0; i < credit.length; i++) {
            credit[i] += shares[i];
            all += shares[i];
            boolean better = shares[best] == 0 || credit[i] > credit[best];
            if (shares[i] > 0 && better) {
                best = i;
            }
        }
        credit[best] -= all;
        return best;
    }

    private long weight(String backend) {
        return weights.getOrDefault(backend, USUAL_WEIGHT);
    }
}
