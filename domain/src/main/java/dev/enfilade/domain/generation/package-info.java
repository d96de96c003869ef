/** Prompts, sampling and the events of an answer. How they look on a wire belongs to the adapters. */
@NullMarked
package dev.enfilade.domain.generation;

import org.jspecify.annotations.NullMarked;
