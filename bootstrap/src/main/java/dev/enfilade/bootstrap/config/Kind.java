package dev.enfilade.bootstrap.config;

import java.util.Optional;

/** What the value of a key looks like, and how it is read. */
sealed interface Kind<T> permits Single, Several, Named {

    /** Completes the sentence "expected ...". */
    String expected();

    /** The value, or absent after the problems were told. */
    Optional<T> read(Node node, KeyPath path, Problems problems);
}
