/**
 * As much of Go's template language as prompts of one turn need, error texts included. Knows nothing of models and
 * messages.
 */
@NullMarked
package dev.enfilade.adapter.in.ollama.template;

import org.jspecify.annotations.NullMarked;
