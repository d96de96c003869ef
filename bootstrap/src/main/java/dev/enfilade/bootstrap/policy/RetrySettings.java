package dev.enfilade.bootstrap.policy;

/**
 * How often one way is tried.
 *
 * @param attempts at most, the first one included
 * @param budget repetitions per hundred requests
 */
public record RetrySettings(int attempts, int budget) {

    public static final RetrySettings DEFAULT = new RetrySettings(2, 20);
}
