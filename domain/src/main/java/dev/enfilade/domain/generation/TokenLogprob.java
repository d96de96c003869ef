package dev.enfilade.domain.generation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One token with its probability.
 *
 * @param logprob natural logarithm, at most 0
 * @param alternatives the best candidates for the same place, best first; they have no alternatives of their own
 */
public record TokenLogprob(String token, double logprob, List<TokenLogprob> alternatives) {

    public TokenLogprob {
        requireNonNull(token, "token is null");
        alternatives = List.copyOf(alternatives);
    }
}
