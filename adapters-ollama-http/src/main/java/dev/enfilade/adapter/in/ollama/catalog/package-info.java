/**
 * Models as a server has them: found by what clients call them, listed, shown, and the routes that would change which
 * there are. Asks no model anything.
 */
@NullMarked
package dev.enfilade.adapter.in.ollama.catalog;

import org.jspecify.annotations.NullMarked;
