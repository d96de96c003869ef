/** What the reader of server-sent events must do with every byte sequence. */
@NullMarked
package dev.enfilade.adapter.out.openai.sse;

import org.jspecify.annotations.NullMarked;
