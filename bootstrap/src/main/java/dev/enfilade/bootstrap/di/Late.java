package dev.enfilade.bootstrap.di;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is slow to make, and made once, when it is needed first. */
final class Late<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Late(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T value = made;
        return value == null ? make() : value;
    }

    /** For what only needs to be done if it was made. */
    void ifMade(Consumer<T> action) {
        T value = made;
        if (value != null) {
            action.accept(value);
        }
    }

    private synchronized T make() {
        T value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }
}
