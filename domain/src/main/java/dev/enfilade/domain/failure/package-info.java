/** Everything that can go wrong on purpose, as data, and the one exception that carries it. */
@NullMarked
package dev.enfilade.domain.failure;

import org.jspecify.annotations.NullMarked;
