package dev.enfilade.domain.request;

/**
 * How much to tell about the probability of each token.
 *
 * @param alternatives how many other candidates to name per token, 0 to 20
 */
public record LogprobDetail(int alternatives) {

    public LogprobDetail {
        if (alternatives < 0 || alternatives > 20) {
            throw new IllegalArgumentException("alternatives: " + alternatives + " (expected: 0 to 20)");
        }
    }
}
