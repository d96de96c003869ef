/** The two routes that turn texts into vectors. */
@NullMarked
package dev.enfilade.adapter.in.ollama.embedding;

import org.jspecify.annotations.NullMarked;
