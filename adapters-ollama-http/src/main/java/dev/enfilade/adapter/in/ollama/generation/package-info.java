/**
 * Chat and generate: bodies, the requests made of them, and how events are written as lines or as one object. Members
 * that other routes take too are read in rooms of their own.
 */
@NullMarked
package dev.enfilade.adapter.in.ollama.generation;

import org.jspecify.annotations.NullMarked;
