/** Embedding requests, vectors and the arithmetic on them. */
@NullMarked
package dev.enfilade.domain.embedding;

import org.jspecify.annotations.NullMarked;
