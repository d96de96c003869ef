/** What every transport must do: contracts over scripted sockets, and the one implementation that is held to them. */
@NullMarked
package dev.enfilade.adapter.out.openai.transport;

import org.jspecify.annotations.NullMarked;
