/** Server-sent events as the WHATWG standard frames them, as byte slices. Nothing here knows what an event means. */
@NullMarked
package dev.enfilade.adapter.out.openai.sse;

import org.jspecify.annotations.NullMarked;
