/** What the relay lets through, and what not. */
@NullMarked
package dev.enfilade.adapter.out.openai.relay;

import org.jspecify.annotations.NullMarked;
