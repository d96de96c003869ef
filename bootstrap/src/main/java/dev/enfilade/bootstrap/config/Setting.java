package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.config.Node.Scalar;

/** One value from a variable or flag, and the place in the configuration that it is for. */
record Setting(KeyPath path, Scalar value) {

    Setting {
        requireNonNull(path, "path is null");
        requireNonNull(value, "value is null");
    }
}
