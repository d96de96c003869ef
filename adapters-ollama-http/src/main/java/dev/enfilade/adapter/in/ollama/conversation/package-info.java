/**
 * Conversations as clients send them: messages, what is shown and called in them, tools, and turns packed into the
 * {@code context} of generate. Knows no endpoint and no HTTP.
 */
@NullMarked
package dev.enfilade.adapter.in.ollama.conversation;

import org.jspecify.annotations.NullMarked;
