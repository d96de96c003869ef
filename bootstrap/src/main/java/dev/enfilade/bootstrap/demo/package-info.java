/**
 * A small OpenAI-compatible backend that needs no key and no model, so that everything can be tried at once. It is
 * asked over HTTP like any other backend and knows nothing of the rest of the house.
 */
@NullMarked
package dev.enfilade.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
