/**
 * {@code options} and {@code keep_alive}, which every route takes that runs a model. What only some of these take is
 * read where it is used.
 */
@NullMarked
package dev.enfilade.adapter.in.ollama.option;

import org.jspecify.annotations.NullMarked;
