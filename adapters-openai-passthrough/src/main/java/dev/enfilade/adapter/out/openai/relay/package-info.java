/** Exchanges that pass unread: what of head and body may cross, and the few answers that may not. */
@NullMarked
package dev.enfilade.adapter.out.openai.relay;

import org.jspecify.annotations.NullMarked;
