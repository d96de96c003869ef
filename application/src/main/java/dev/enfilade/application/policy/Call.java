package dev.enfilade.application.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;

/**
 * A call that is to be made.
 *
 * @param first the way that was asked for
 * @param others ways that lead to an answer as well, the best one first; looked for only when they are needed
 * @param repeat after which failures the call may be made again, by whichever way
 * @param shape how to handle the answer
 * @param <R> the answer
 */
public record Call<R>(Way<R> first, Supplier<List<Way<R>>> others, Repeat repeat, Shape<R> shape) {

    public Call {
        requireNonNull(first, "first is null");
        requireNonNull(others, "others is null");
        requireNonNull(repeat, "repeat is null");
        requireNonNull(shape, "shape is null");
    }

    /** The same call by this way only. */
    public Call<R> by(Way<R> way) {
        return new Call<>(way, List::of, repeat, shape);
    }
}
