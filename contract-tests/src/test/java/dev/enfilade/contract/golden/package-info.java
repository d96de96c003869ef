/**
 * Replays exchanges recorded from a real Ollama server against the packaged product, from outside: a process, its port
 * and a scripted backend. Nothing here may touch a class of the product, so that what passes here is true for every
 * client.
 */
@NullMarked
package dev.enfilade.contract.golden;

import org.jspecify.annotations.NullMarked;
