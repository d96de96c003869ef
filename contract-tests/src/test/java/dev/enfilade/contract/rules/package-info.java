/**
 * What Ollama's clients demand of any answer of the native interface, whatever was asked: rules over what a client
 * sees, as pure functions. Every replayed exchange is held against all of them; nothing here asks the product anything.
 */
@NullMarked
package dev.enfilade.contract.rules;

import org.jspecify.annotations.NullMarked;
