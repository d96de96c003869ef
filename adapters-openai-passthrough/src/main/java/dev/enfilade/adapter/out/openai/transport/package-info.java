/**
 * The one way out to a backend: pooled HTTP/1.1 exchanges with a time limit per phase. Nothing here reads a body or
 * knows a model.
 */
@NullMarked
package dev.enfilade.adapter.out.openai.transport;

import org.jspecify.annotations.NullMarked;
